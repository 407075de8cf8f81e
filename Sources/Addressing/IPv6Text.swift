/// Strict reading of IPv6 text (RFC 4291, 2.2) and canonical printing (RFC 5952).
enum IPv6Text {
    static func print(_ bits: UInt128) -> String {
        let gap = longestZeroRun(bits)
        var text: [UInt8] = []
        text.reserveCapacity(39)
        var index = 0
        while index < 8 {
            if let gap, index == gap.lowerBound {
                text.append(UInt8(ascii: ":"))
                text.append(UInt8(ascii: ":"))
                index = gap.upperBound
                continue
            }
            if index > 0, index != gap?.upperBound { text.append(UInt8(ascii: ":")) }
            appendHex(group(index, of: bits), to: &text)
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func group(_ index: Int, of bits: UInt128) -> UInt16 {
        UInt16(truncatingIfNeeded: bits >> (112 - 16 * index))
    }

    private static func appendHex(_ group: UInt16, to text: inout [UInt8]) {
        let digits = max(1, (16 - group.leadingZeroBitCount + 3) / 4)
        for place in (0..<digits).reversed() {
            text.append(UInt8(hexDigit: UInt8(truncatingIfNeeded: group >> (4 * place))))
        }
    }

    /// The longest run of two or more zero groups, the first of equals (RFC 5952, 4.2).
    private static func longestZeroRun(_ bits: UInt128) -> Range<Int>? {
        var longest = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || group(index, of: bits) != 0 {
            if index - start >= 2, index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return longest.isEmpty ? nil : longest
    }

    static func parse(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        guard !bytes.contains(UInt8(ascii: "%")) else {
            throw AddressError("\(bytes.quoted) has a zone id, which means something on one machine only")
        }
        var reader = IPv6GroupReader()
        let bits = try reader.read(bytes)
        guard bits >> 32 != 0xffff else {
            let plain = IPv4Text.print(UInt32(truncatingIfNeeded: bits))
            throw AddressError("\(bytes.quoted) is an IPv4-mapped address: write it as IPv4", suggestion: plain)
        }
        guard !bytes.contains(UInt8(ascii: ".")) else {
            throw AddressError("\(bytes.quoted) embeds dotted decimal: write all of it in hexadecimal groups")
        }
        return bits
    }
}
