package import Addressing

/// As much of an IPv4 or IPv6 header as it takes to know whose packet it is and where its content begins.
package struct IPHeader: Hashable, Sendable {
    /// The number of ICMP for IPv4 in the header's protocol field.
    package static let icmp: UInt8 = 1
    /// The number of ICMPv6 in the header's next header field.
    package static let icmpv6: UInt8 = 58

    /// Who sent the packet.
    package let source: IPAddress
    /// For whom it is.
    package let destination: IPAddress
    /// The protocol of the content; for IPv6 that of the first header behind the fixed one.
    package let content: UInt8
    /// The length of the header, options included, in bytes.
    package let length: Int
    private let end: Int

    /// Which of `count` bytes that begin with this header are the content: none of a link layer's padding, and as
    /// many as there are of a packet cut short.
    package func contentRange(of count: Int) -> Range<Int> {
        let stop = min(end, count)
        return min(length, stop)..<stop
    }

    /// Reads a header; nil if it is truncated, of another version, of an impossible length, or a later fragment.
    package init?(_ bytes: Span<UInt8>) {
        switch bytes.byte(at: 0).map({ $0 &>> 4 }) {
        case 4: self.init(v4: bytes)
        case 6: self.init(v6: bytes)
        default: return nil
        }
    }

    /// RFC 791, 3.1.
    private init?(v4 bytes: Span<UInt8>) {
        guard let first = bytes.byte(at: 0), let total = bytes.word16(at: 2), let fragment = bytes.word16(at: 6),
            let content = bytes.byte(at: 9), let source = bytes.address(.v4, at: 12),
            let destination = bytes.address(.v4, at: 16)
        else { return nil }
        let length = Int(first & 0x0f) * 4
        guard length >= 20, length <= bytes.count, Int(total) >= length, fragment & 0x1fff == 0 else { return nil }
        self.source = source
        self.destination = destination
        self.content = content
        self.length = length
        end = Int(total)
    }

    /// RFC 8200, 3.
    private init?(v6 bytes: Span<UInt8>) {
        guard let payload = bytes.word16(at: 4), let content = bytes.byte(at: 6),
            let source = bytes.address(.v6, at: 8), let destination = bytes.address(.v6, at: 24)
        else { return nil }
        self.source = source
        self.destination = destination
        self.content = content
        length = 40
        end = 40 + Int(payload)
    }
}
