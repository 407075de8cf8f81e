/// What the data of well-known types consists of, as far as name servers insist on it when a record comes as octets.
///
/// They refuse a whole zone for one record in which a part is missing, left over or of the wrong length.
struct OpaqueForm: Sendable {
    /// What the type is called.
    private let name: String
    /// Takes the data from its front, and says whether all parts were there; nil where nobody declares such records.
    private let take: (@Sendable (inout OctetReader) -> Bool)?

    private init(_ name: String, _ take: (@Sendable (inout OctetReader) -> Bool)?) {
        self.name = name
        self.take = take
    }

    /// Checks data of a type that is declared by its number; that of a type with no known form may be anything.
    ///
    /// - Throws: ``RecordTextError`` that says what the type is called.
    static func check(_ data: Octets, ofType number: UInt16) throws(RecordTextError) {
        guard let form = known[number] else { return }
        guard let take = form.take else {
            throw RecordTextError("nobody declares \(form.name) records: servers refuse them, or make them themselves")
        }
        var reader = OctetReader(data)
        guard take(&reader), reader.isAtEnd else {
            throw RecordTextError("these \(data.bytes.count) octets are not what a \(form.name) record holds")
        }
    }

    /// The forms by the numbers of their types (IANA, Resource Record TYPEs).
    private static let known: [UInt16: OpaqueForm] = [
        3: OpaqueForm("MD", nil),
        4: OpaqueForm("MF", nil),
        7: OpaqueForm("MB") { $0.name() },
        8: OpaqueForm("MG") { $0.name() },
        9: OpaqueForm("MR") { $0.name() },
        11: OpaqueForm("WKS") { $0.octets(5) && $0.bits(upTo: 8192) },
        13: OpaqueForm("HINFO") { $0.string() && $0.string() },
        14: OpaqueForm("MINFO") { $0.name() && $0.name() },
        17: OpaqueForm("RP") { $0.name() && $0.name() },
        18: OpaqueForm("AFSDB") { $0.octets(2) && $0.name() },
        19: OpaqueForm("X25") { $0.digits(atLeast: 4) },
        20: OpaqueForm("ISDN") { $0.string() && ($0.isAtEnd || $0.string()) },
        21: OpaqueForm("RT") { $0.octets(2) && $0.name() },
        22: OpaqueForm("NSAP") { $0.rest() },
        23: OpaqueForm("NSAP-PTR") { $0.name() },
        24: OpaqueForm("SIG") { $0.octets(18) && $0.name() && $0.rest() },
        25: OpaqueForm("KEY") { $0.updateKey() },
        26: OpaqueForm("PX") { $0.octets(2) && $0.name() && $0.name() },
        27: OpaqueForm("GPOS") { $0.string(atLeast: 1) && $0.string(atLeast: 1) && $0.string(atLeast: 1) },
        29: OpaqueForm("LOC") { $0.location() },
        30: OpaqueForm("NXT", nil),
        31: OpaqueForm("EID") { $0.rest() },
        32: OpaqueForm("NIMLOC") { $0.rest() },
        34: OpaqueForm("ATMA", nil),
        35: OpaqueForm("NAPTR") { $0.octets(4) && $0.naptrRule() && $0.name() },
        36: OpaqueForm("KX") { $0.octets(2) && $0.name() },
        37: OpaqueForm("CERT") { $0.octets(5) && $0.rest() },
        38: OpaqueForm("A6", nil),
        39: OpaqueForm("DNAME") { $0.name() },
        40: OpaqueForm("SINK", nil),
        42: OpaqueForm("APL") { $0.prefixes() },
        43: OpaqueForm("DS") { $0.delegationDigest() },
        45: OpaqueForm("IPSECKEY") { $0.tunnelKey() },
        46: OpaqueForm("RRSIG") { $0.octets(18) && $0.name() && $0.rest() },
        47: OpaqueForm("NSEC") { $0.name() && !$0.isAtEnd && $0.types() },
        48: OpaqueForm("DNSKEY") { $0.zoneKey() },
        49: OpaqueForm("DHCID") { $0.rest() },
        50: OpaqueForm("NSEC3", nil),
        51: OpaqueForm("NSEC3PARAM") { $0.octets(4) && $0.string() },
        52: OpaqueForm("TLSA") { $0.certificate() },
        53: OpaqueForm("SMIMEA") { $0.certificate() },
        55: OpaqueForm("HIP") { $0.hostIdentity() },
        56: OpaqueForm("NINFO") { $0.strings() },
        57: OpaqueForm("RKEY") { $0.number() == 0 && $0.octets(2) && $0.rest() },
        58: OpaqueForm("TALINK") { $0.name() && $0.name() },
        59: OpaqueForm("CDS") { $0.delegationDigest() },
        60: OpaqueForm("CDNSKEY") { $0.zoneKey() },
        61: OpaqueForm("OPENPGPKEY") { $0.rest() },
        62: OpaqueForm("CSYNC") { $0.octets(6) && $0.types() },
        63: OpaqueForm("ZONEMD") { $0.zoneDigest() },
        64: OpaqueForm("SVCB") { $0.octets(2) && $0.name() && $0.serviceParameters() },
        65: OpaqueForm("HTTPS") { $0.octets(2) && $0.name() && $0.serviceParameters() },
        66: OpaqueForm("DSYNC") { $0.octets(5) && $0.name() },
        67: OpaqueForm("HHIT") { $0.rest() },
        68: OpaqueForm("BRID") { $0.rest() },
        99: OpaqueForm("SPF") { $0.strings() },
        104: OpaqueForm("NID") { $0.octets(10) },
        105: OpaqueForm("L32") { $0.octets(6) },
        106: OpaqueForm("L64") { $0.octets(10) },
        107: OpaqueForm("LP") { $0.octets(2) && $0.name() },
        108: OpaqueForm("EUI48") { $0.octets(6) },
        109: OpaqueForm("EUI64") { $0.octets(8) },
        256: OpaqueForm("URI") { $0.octets(4) && $0.rest() },
        258: OpaqueForm("AVC") { $0.strings() },
        259: OpaqueForm("DOA") { $0.octets(9) && $0.string() && $0.any() },
        260: OpaqueForm("AMTRELAY") { $0.relay() },
        261: OpaqueForm("RESINFO") { $0.strings() },
        262: OpaqueForm("WALLET") { $0.strings() },
        32768: OpaqueForm("TA") { $0.delegationDigest() },
        32769: OpaqueForm("DLV") { $0.delegationDigest() },
    ]
}
