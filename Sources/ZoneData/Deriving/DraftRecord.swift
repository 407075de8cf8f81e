import Addressing
import Findings

/// A record on its way into a zone, with what is needed to judge it among the others.
struct DraftRecord: Hashable, Comparable {
    let owner: DomainName
    let data: RecordData
    /// The TTL that was declared for it; nil leaves it to the zone.
    let ttl: UInt32?
    /// The text that it comes from.
    let span: SourceSpan
    /// Whether it is declared as a record, rather than following from an address or a zone.
    let isDeclared: Bool

    init(
        _ owner: DomainName, _ data: RecordData, ttl: UInt32? = nil, at span: SourceSpan, isDeclared: Bool = false
    ) {
        self.owner = owner
        self.data = data
        self.ttl = ttl
        self.span = span
        self.isDeclared = isDeclared
    }

    static func < (left: DraftRecord, right: DraftRecord) -> Bool {
        if left.owner != right.owner { return left.owner < right.owner }
        let (leftType, rightType) = (left.data.type, right.data.type)
        if leftType != rightType { return leftType < rightType }
        return left.data == right.data ? left.span < right.span : left.data < right.data
    }
}
