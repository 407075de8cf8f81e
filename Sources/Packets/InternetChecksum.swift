/// The checksum of IPv4 and ICMPv4 (RFC 1071): the complement of the one's complement sum of all 16-bit words.
enum InternetChecksum {
    /// The checksum of `bytes`, whose own checksum field is zero; zero if the field holds the right one.
    static func of(_ bytes: Span<UInt8>) -> UInt16 {
        var sum: UInt64 = 0
        for index in bytes.indices {
            sum &+= index.isMultiple(of: 2) ? UInt64(bytes[index]) &<< 8 : UInt64(bytes[index])
        }
        while sum > 0xffff { sum = sum & 0xffff &+ sum &>> 16 }
        return ~UInt16(truncatingIfNeeded: sum)
    }
}
