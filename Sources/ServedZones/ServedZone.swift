package import Addressing
import Packets
package import ZoneData

/// What a name server says that a zone holds.
package struct ServedZone: Hashable, Sendable {
    /// The name of the zone.
    package let name: DomainName
    /// Where it was asked, such as `192.0.2.53:53`.
    package let server: String
    /// All that it said, but for SOA records and those by which a server signs.
    package let records: [ServedRecord]
    /// Whether that is the whole zone, rather than the answers to questions for names that are declared.
    package let isWhole: Bool

    /// Makes a zone.
    package init(name: DomainName, server: String, records: [ServedRecord], isWhole: Bool) {
        self.name = name
        self.server = server
        self.records = records
        self.isWhole = isWhole
    }
}

/// A record as a name server has it.
package struct ServedRecord: Hashable, Sendable {
    /// The name that it belongs to.
    package let owner: DomainName
    /// Its type.
    package let type: RecordType
    /// How long it may be cached, in seconds.
    package let ttl: UInt32
    /// What it says; nil for what no declared record could say.
    package let data: RecordData?

    /// Makes a record.
    package init(owner: DomainName, type: RecordType, ttl: UInt32, data: RecordData?) {
        self.owner = owner
        self.type = type
        self.ttl = ttl
        self.data = data
    }

    /// Reads a record; nil for SOA, for what servers add when they sign, and for names that nobody could declare.
    init?(_ record: DNSRecord) {
        guard !Self.ownTypes.contains(record.type), let owner = DomainName(labels: record.owner) else { return nil }
        self.owner = owner
        ttl = record.ttl
        data = RecordData(wire: record.data, type: record.type)
        type = data?.type ?? RecordType(number: record.type)
    }

    /// SOA; RRSIG, NSEC, DNSKEY, NSEC3, NSEC3PARAM, CDS, CDNSKEY (RFC 4034, RFC 5155, RFC 8078); what `named` notes for
    /// itself while it signs.
    private static let ownTypes: Set<UInt16> = [6, 46, 47, 48, 50, 51, 59, 60, 65534]
}
