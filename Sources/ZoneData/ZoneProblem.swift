package import Findings

/// Why something that is declared is not in a zone, or why a server would not serve a zone well.
///
/// Zones never hold what a problem is about, with one exception: a missing address or name server is nothing that could
/// be left out.
package struct ZoneProblem: Error, Hashable {
    /// What sort of problem it is; the raw value is made for a rule id.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A declared name cannot be the name of a host (RFC 952; RFC 1123, 2.1).
        case invalidHostname = "invalid-hostname"
        /// The name of a device or interface cannot be a label of a host's name.
        case unpublishableName = "unpublishable-name"
        /// A name is declared that no zone can hold: it is relative where there is no zone, or is given to a range.
        case unplacedName = "unplaced-name"
        /// The owner, type or data of a declared record is malformed.
        case invalidRecord = "invalid-record"
        /// A zone's own name or contact cannot be written.
        case invalidZone = "invalid-zone"
        /// Two declarations make the same zone.
        case duplicateZone = "duplicate-zone"
        /// A zone has no name server.
        case noNameserver = "no-nameserver"
        /// The owner of a declared record is not in its zone.
        case recordOutsideZone = "record-outside-zone"
        /// Another zone or server answers for the owner of a record.
        case recordBelowDelegation = "record-below-delegation"
        /// A CNAME shares its name with other records (RFC 1034, 3.6.2).
        case cnameConflict = "cname-conflict"
        /// Records of one name and type say different TTLs (RFC 2181, 5.2).
        case ttlMismatch = "ttl-mismatch"
        /// A time is longer than DNS can say: 2147483647 seconds (RFC 2181, 8).
        case ttlOutOfRange = "ttl-out-of-range"
        /// A record points at a name of its zone that has no address.
        case targetWithoutAddress = "target-without-address"
        /// A record points at an alias (RFC 2181, 10.3).
        case targetIsCNAME = "target-is-cname"
        /// Routing domains give the same address different names, and there is one PTR record.
        case pointerConflict = "pointer-conflict"
        /// Several claimants have a name that was not declared to be shared.
        case duplicateDNSName = "duplicate-dns-name"
        /// A declared record is there already.
        case duplicateRecord = "duplicate-record"
        /// Aliases lead back to themselves.
        case cnameLoop = "cname-loop"
        /// An alias leads to a name of our zones that has no records.
        case danglingCNAME = "dangling-cname"
        /// A name is relative that cannot have been meant so.
        case missingTrailingDot = "missing-trailing-dot"
        /// A declared PTR record names a host that does not have the address.
        case pointerMismatch = "pointer-mismatch"
        /// Published addresses lie in no reverse zone.
        case noReverseZone = "no-reverse-zone"
    }

    /// What sort of problem it is.
    package let kind: Kind
    /// The name that it is about, as declared or as it would be published.
    package let name: String
    /// What is wrong, in one clause that names the values involved.
    package let reason: String
    /// Where it is declared.
    package let span: SourceSpan
    /// Other places that it involves.
    package let related: [Fault.Note]
    /// What to do about it, where that is more than what its kind says.
    package let help: String?

    /// Makes a problem.
    package init(
        _ kind: Kind, _ name: some CustomStringConvertible, _ reason: String, at span: SourceSpan,
        related: [Fault.Note] = [], help: String? = nil
    ) {
        self.kind = kind
        self.name = String(describing: name)
        self.reason = reason
        self.span = span
        self.related = related
        self.help = help
    }
}

extension ZoneProblem: Comparable {
    package static func < (left: ZoneProblem, right: ZoneProblem) -> Bool {
        if left.span != right.span { return left.span < right.span }
        return (left.kind.rawValue, left.name, left.reason) < (right.kind.rawValue, right.name, right.reason)
    }
}
