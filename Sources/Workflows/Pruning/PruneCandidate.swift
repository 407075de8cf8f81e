package import Findings

/// Something in the inventory that nobody needs any more.
package struct PruneCandidate: Sendable {
    /// What is known about it, without its place: that may move.
    struct Identity: Hashable {
        let list: String
        let title: String
        let reason: String
    }

    /// The list that it stands in.
    let list: String
    /// The whole entry.
    let span: SourceSpan
    /// What it is, such as `device old`.
    package let title: String
    /// Why nobody needs it, as a clause.
    package let reason: String
    /// Where it is declared.
    package let place: SourceLocation

    var identity: Identity { Identity(list: list, title: title, reason: reason) }
}
