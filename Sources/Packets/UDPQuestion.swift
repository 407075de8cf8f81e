/// What to say on a UDP port so that a service which listens there answers, and how to know its answer.
package enum UDPQuestion: Hashable, Sendable {
    case dns
    case multicastDNS
    case ntp
    case snmp
    case ssdp
    /// Nothing is known about the port: a single byte, and any answer counts.
    case bare

    /// The question for a port.
    package init(port: UInt16) {
        switch port {
        case 53: self = .dns
        case 123: self = .ntp
        case 161: self = .snmp
        case 1900: self = .ssdp
        case 5353: self = .multicastDNS
        default: self = .bare
        }
    }

    /// The bytes of the question, which carry as much of the tag as the protocol has room for and returns.
    package func payload(tag: UInt64) -> [UInt8] {
        switch self {
        case .dns: DNSQuestion(id: UInt16(truncatingIfNeeded: tag), name: [], type: DNSQuestion.ns).bytes
        case .multicastDNS:
            DNSQuestion(
                id: UInt16(truncatingIfNeeded: tag),
                name: ["_services", "_dns-sd", "_udp", "local"].map { Array($0.utf8) },
                type: DNSQuestion.ptr
            ).bytes
        case .ntp: NTPQuestion(tag: tag).bytes
        case .snmp: SNMPDiscovery(tag: tag).bytes
        case .ssdp: Array(Self.search.utf8)
        case .bare: [0]
        }
    }

    /// Whether bytes that came from the port are an answer to the question with this tag.
    package func isAnswered(by bytes: Span<UInt8>, tag: UInt64) -> Bool {
        switch self {
        case .dns, .multicastDNS:
            bytes.count >= 12 && bytes.word16(at: 0) == UInt16(truncatingIfNeeded: tag)
                && bytes.byte(at: 2).map { $0 & 0x80 != 0 } == true
        case .ntp: NTPQuestion(tag: tag).isAnswered(by: bytes)
        case .snmp: SNMPDiscovery(tag: tag).isAnswered(by: bytes)
        case .ssdp: Self.status.enumerated().allSatisfy { bytes.byte(at: $0) == $1 }
        case .bare: true
        }
    }

    /// UPnP Device Architecture 2.0, 1.3.2; SSDP has no room for a tag.
    private static let search = """
        M-SEARCH * HTTP/1.1\r
        HOST: 239.255.255.250:1900\r
        MAN: "ssdp:discover"\r
        MX: 1\r
        ST: upnp:rootdevice\r
        \r

        """
    private static let status = Array("HTTP/1.1 200".utf8)
}
