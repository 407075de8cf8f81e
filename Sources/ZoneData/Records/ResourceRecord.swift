package import Addressing

/// A record of a zone, in class IN.
package struct ResourceRecord: Hashable, Comparable, Sendable {
    /// The name that it belongs to.
    package let owner: DomainName
    /// How long it may be cached, in seconds: 0 to 2147483647 (RFC 2181, 8), the same for all of one name and type.
    package let ttl: UInt32
    /// What it says.
    package let data: RecordData

    /// The longest time that DNS can say, in seconds (RFC 2181, 8).
    package static let longestTTL: Int64 = 2_147_483_647

    /// Makes a record.
    package init(owner: DomainName, ttl: UInt32, data: RecordData) {
        self.owner = owner
        self.ttl = ttl
        self.data = data
    }

    /// The order of a zone file: names in natural order, which puts the apex first, then type, then data by value.
    package static func < (left: ResourceRecord, right: ResourceRecord) -> Bool {
        if left.owner != right.owner { return left.owner < right.owner }
        let (leftType, rightType) = (left.data.type, right.data.type)
        return leftType == rightType ? left.data < right.data : leftType < rightType
    }
}
