/// A commit and the name that it was asked for by.
package struct GitRevision: Hashable, Sendable {
    /// What the user called it: a branch, a tag, an abbreviated id.
    package let name: String
    /// The full id of the commit, in lower-case hexadecimal digits.
    package let id: String

    init(name: String, id: String) {
        self.name = name
        self.id = id
    }

    /// The id as people quote it.
    package var abbreviatedID: String { String(id.prefix(12)) }

    /// Refuses what Git could take for an option, and what no revision can be called.
    static func requireName(_ name: String) throws(GitError) {
        let isControl: (UInt8) -> Bool = { $0 < 0x20 || $0 == 0x7f }
        guard !name.isEmpty, !name.hasPrefix("-"), !name.utf8.contains(where: isControl) else {
            throw GitError(
                .malformedName,
                "'\(name.prefix(100))' is no name of a revision: give a branch, a tag or a commit id")
        }
    }
}
