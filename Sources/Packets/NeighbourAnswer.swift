package import Addressing

/// What an IPv6 neighbour says about its hardware address (RFC 4861, 4.4).
package struct NeighbourAnswer: Hashable, Sendable {
    /// Whoever forwards a packet lowers its hop limit: this one shows that it comes from the link (RFC 4861, 7.1.2).
    static let hopLimit: UInt8 = 255

    /// The address that it is about.
    package let target: IPAddress
    /// For whom it is.
    package let destination: IPAddress
    /// Whether it answers a question, rather than tell unasked.
    package let isSolicited: Bool
    /// The hardware address; nil if the packet leaves it to its frame.
    package let mac: MACAddress?

    /// Reads a whole IPv6 packet; nil if it is truncated, malformed, forwarded, has a wrong checksum, or is something else.
    package init?(_ packet: Span<UInt8>) {
        guard let header = IPHeader(packet), header.destination.family == .v6, header.content == IPHeader.icmpv6,
            packet.byte(at: 7) == Self.hopLimit
        else { return nil }
        let bytes = packet.extracting(header.contentRange(of: packet.count))
        let sum = InternetChecksum.ofICMPv6(bytes, source: header.source, destination: header.destination)
        guard sum == 0, bytes.byte(at: 0) == Self.type, bytes.byte(at: 1) == 0, let flags = bytes.byte(at: 4),
            let target = bytes.address(.v6, at: 8)
        else { return nil }
        self.target = target
        destination = header.destination
        isSolicited = flags & 0x40 != 0
        mac = Self.linkLayerAddress(bytes)
    }

    /// The option with the target's hardware address, among options of 8 bytes times their length.
    private static func linkLayerAddress(_ bytes: Span<UInt8>) -> MACAddress? {
        var offset = 24
        while let kind = bytes.byte(at: offset), let units = bytes.byte(at: offset + 1), units > 0 {
            if kind == 2, units == 1, let bits = bytes.word48(at: offset + 2) { return MACAddress(bits: bits) }
            offset += Int(units) * 8
        }
        return nil
    }

    private static let type: UInt8 = 136
}
