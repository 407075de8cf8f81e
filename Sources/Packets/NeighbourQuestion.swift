package import Addressing

/// A question for the hardware address of an IPv6 neighbour: a whole IPv6 packet (RFC 4861, 4.3).
package struct NeighbourQuestion: Hashable, Sendable {
    /// The length on the wire, in bytes.
    package static let length = 72

    private let target: IPAddress
    private let sender: IPAddress
    private let mac: MACAddress

    /// Asks for `target` in the name of one of our own addresses and its hardware address.
    package init(asking target: IPAddress, from sender: IPAddress, mac: MACAddress) {
        self.target = target
        self.sender = sender
        self.mac = mac
    }

    /// The group that listens for questions about the target (RFC 4291, 2.7.1).
    package var group: IPAddress {
        IPAddress(v6: 0xff02 << 112 | 0x1_ff00_0000 | target.bits & 0xff_ffff)
    }

    /// The hardware address of the group (RFC 2464, 7).
    package var groupMAC: MACAddress {
        MACAddress(bits: 0x3333_0000_0000 | UInt64(truncatingIfNeeded: group.bits & 0xffff_ffff))
    }

    /// Appends the bytes.
    package func append(to bytes: inout [UInt8]) {
        let contentLength = Self.length - 40
        bytes.append(bigEndian: UInt32(0x6000_0000))
        bytes.append(bigEndian: UInt16(contentLength))
        bytes += [IPHeader.icmpv6, NeighbourAnswer.hopLimit]
        bytes += sender.bytes + group.bytes
        let start = bytes.count
        bytes += [Self.type, 0, 0, 0, 0, 0, 0, 0] + target.bytes
        // The option that spares the neighbour a question of its own: our hardware address.
        bytes += [1, 1] + mac.bytes
        let sum = InternetChecksum.ofICMPv6(
            bytes.span.extracting(start..<bytes.count), source: sender, destination: group)
        bytes[start + 2] = UInt8(truncatingIfNeeded: sum &>> 8)
        bytes[start + 3] = UInt8(truncatingIfNeeded: sum)
    }

    private static let type: UInt8 = 135
}
