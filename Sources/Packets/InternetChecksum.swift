import Addressing

/// The checksum of IP and its protocols (RFC 1071): the complement of the one's complement sum of all 16-bit words.
enum InternetChecksum {
    /// The checksum of `bytes`, whose own checksum field is zero; zero if the field holds the right one.
    static func of(_ bytes: Span<UInt8>) -> UInt16 { folded(sum(bytes)) }

    /// The checksum of an ICMPv6 message, which covers its addresses too (RFC 4443, 2.3).
    static func ofICMPv6(_ bytes: Span<UInt8>, source: IPAddress, destination: IPAddress) -> UInt16 {
        let addresses = source.bytes + destination.bytes
        return folded(sum(bytes) &+ sum(addresses.span) &+ UInt64(bytes.count) &+ UInt64(IPHeader.icmpv6))
    }

    private static func sum(_ bytes: Span<UInt8>) -> UInt64 {
        var sum: UInt64 = 0
        for index in bytes.indices {
            sum &+= index.isMultiple(of: 2) ? UInt64(bytes[index]) &<< 8 : UInt64(bytes[index])
        }
        return sum
    }

    private static func folded(_ sum: UInt64) -> UInt16 {
        var sum = sum
        while sum > 0xffff { sum = sum & 0xffff &+ sum &>> 16 }
        return ~UInt16(truncatingIfNeeded: sum)
    }
}
