package import Addressing

/// A question or an answer of ARP for IPv4 over Ethernet (RFC 826).
package struct ARPPacket: Hashable, Sendable {
    /// What it is.
    package enum Operation: UInt16, Sendable {
        case request = 1
        case reply = 2
    }

    /// The length on the wire, in bytes.
    package static let length = 28

    /// Whether it asks or answers.
    package let operation: Operation
    /// Whose packet it is.
    package let senderMAC: MACAddress
    /// The sender's IPv4 address; 0.0.0.0 in a probe for conflicts (RFC 5227).
    package let sender: IPAddress
    /// For whom an answer is; zero in a question.
    package let targetMAC: MACAddress
    /// The address that is asked for; in an answer that of whoever asked.
    package let target: IPAddress

    /// A question for the hardware address of `target`.
    package init(asking target: IPAddress, from sender: IPAddress, mac: MACAddress) {
        operation = .request
        senderMAC = mac
        self.sender = sender
        targetMAC = MACAddress(bits: 0)
        self.target = target
    }

    /// Appends the bytes.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: UInt32(Self.kind >> 16))
        bytes.append(bigEndian: UInt16(truncatingIfNeeded: Self.kind))
        bytes.append(bigEndian: operation.rawValue)
        bytes += senderMAC.bytes + sender.bytes + targetMAC.bytes + target.bytes
    }

    /// Reads a packet; nil if it is truncated, or not about IPv4 over Ethernet. Padding behind it is left alone.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count >= Self.length, bytes.word48(at: 0) == Self.kind,
            let code = bytes.word16(at: 6), let operation = Operation(rawValue: code),
            let senderMAC = bytes.word48(at: 8), let sender = bytes.address(.v4, at: 14),
            let targetMAC = bytes.word48(at: 18), let target = bytes.address(.v4, at: 24)
        else { return nil }
        self.operation = operation
        self.senderMAC = MACAddress(bits: senderMAC)
        self.sender = sender
        self.targetMAC = MACAddress(bits: targetMAC)
        self.target = target
    }

    /// Ethernet (1), IPv4 (0x0800), and the lengths of their addresses: 6 and 4.
    private static let kind: UInt64 = 0x0001_0800_0604
}
