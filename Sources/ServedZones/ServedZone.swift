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

    /// How many records more there are, with names that nobody could declare.
    package let undeclarable: Int

    /// Makes a zone.
    package init(name: DomainName, server: String, records: [ServedRecord], isWhole: Bool, undeclarable: Int = 0) {
        self.name = name
        self.server = server
        self.records = records
        self.isWhole = isWhole
        self.undeclarable = undeclarable
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
        guard !Self.isOfServer(record), let owner = DomainName(labels: record.owner) else { return nil }
        self.owner = owner
        ttl = record.ttl
        data = RecordData(wire: record.data, type: record.type)
        type = data?.type ?? RecordType(number: record.type)
    }

    /// Whether it is a SOA record, or what servers add when they sign.
    static func isOfServer(_ record: DNSRecord) -> Bool { ownTypes.contains(record.type) }

    /// SOA; RRSIG, NSEC, DNSKEY, NSEC3, NSEC3PARAM, CDS, CDNSKEY, ZONEMD (RFC 4034, RFC 5155, RFC 8078, RFC 8976); what
    /// `named` notes for itself while it signs.
    private static let ownTypes: Set<UInt16> = [6, 46, 47, 48, 50, 51, 59, 60, 63, 65534]
}
