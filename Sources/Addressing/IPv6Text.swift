/// Strict reading of IPv6 text (RFC 4291, 2.2) and canonical printing (RFC 5952).
enum IPv6Text {
    static func print(_ bits: UInt128) -> String {
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits &>> (112 - 16 * UInt128($0))) }
        let gap = longestZeroRun(groups)
        var text = ""
        var index = 0
        while index < 8 {
            if let gap, index == gap.lowerBound {
                text += "::"
                index = gap.upperBound
                continue
            }
            if index > 0, !text.hasSuffix(":") { text += ":" }
            text += String(groups[index], radix: 16)
            index += 1
        }
        return text
    }

    /// The longest run of two or more zero groups, the first of equals (RFC 5952, 4.2).
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start >= 2, index - start > longest?.count ?? 0 { longest = start..<index }
            start = index + 1
        }
        return longest
    }

    static func parse(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        guard !bytes.contains(UInt8(ascii: "%")) else {
            throw AddressError("\(bytes.quoted) has a zone id, which means something on one machine only")
        }
        var reader = GroupReader()
        let bits = try reader.address(bytes)
        guard bits &>> 32 != 0xffff else {
            let plain = IPv4Text.print(UInt32(truncatingIfNeeded: bits))
            throw AddressError("\(bytes.quoted) is an IPv4-mapped address: write it as IPv4", suggestion: plain)
        }
        guard !bytes.contains(UInt8(ascii: ".")) else {
            throw AddressError("\(bytes.quoted) embeds dotted decimal: write all of it in hexadecimal groups")
        }
        return bits
    }
}

/// Walks over the colon-separated groups of one IPv6 address.
private struct GroupReader {
    private var position = 0
    private var groups: [UInt16] = []
    private var gap: Int?

    mutating func address(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        if try !readGap(bytes), bytes.first == UInt8(ascii: ":") {
            throw malformed(bytes, "it begins with a single colon")
        }
        while position < bytes.count {
            if hasDottedTail(bytes) { try readDottedTail(bytes) } else { try readGroup(bytes) }
            guard position < bytes.count else { break }
            guard try !readGap(bytes) else { continue }
            guard bytes[position] == UInt8(ascii: ":") else {
                throw malformed(bytes, "a group has more than four digits")
            }
            position += 1
            guard position < bytes.count else { throw malformed(bytes, "it ends with a single colon") }
        }
        return try assemble(bytes)
    }

    private mutating func readGap(_ bytes: Span<UInt8>) throws(AddressError) -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: ":"), bytes[position + 1] == UInt8(ascii: ":")
        else { return false }
        guard gap == nil else { throw malformed(bytes, "'::' stands in it twice") }
        gap = groups.count
        position += 2
        return true
    }

    private mutating func readGroup(_ bytes: Span<UInt8>) throws(AddressError) {
        var value: UInt16 = 0
        let start = position
        while position < bytes.count, position < start + 4, let digit = bytes[position].hexDigit {
            value = value << 4 | UInt16(digit)
            position += 1
        }
        guard position > start else { throw malformed(bytes, "a group is empty or not hexadecimal") }
        guard groups.count < 8 else { throw malformed(bytes, "it has more than eight groups") }
        groups.append(value)
    }

    /// Whether what is left is dotted decimal, as in `::ffff:192.0.2.1`.
    private func hasDottedTail(_ bytes: Span<UInt8>) -> Bool {
        for index in position..<bytes.count {
            if bytes[index] == UInt8(ascii: ":") { return false }
            if bytes[index] == UInt8(ascii: ".") { return true }
        }
        return false
    }

    private mutating func readDottedTail(_ bytes: Span<UInt8>) throws(AddressError) {
        let tail = try IPv4Text.parse(bytes.extracting(position..<bytes.count))
        guard groups.count <= 6 else { throw malformed(bytes, "it has more than eight groups") }
        groups.append(UInt16(truncatingIfNeeded: tail >> 16))
        groups.append(UInt16(truncatingIfNeeded: tail))
        position = bytes.count
    }

    private func assemble(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        var padded = groups
        if let gap {
            guard groups.count < 8 else { throw malformed(bytes, "'::' stands for no group at all") }
            padded.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        guard padded.count == 8 else {
            throw malformed(bytes, "it has \(padded.count) of the eight groups and no '::'")
        }
        return padded.reduce(0) { $0 &<< 16 | UInt128($1) }
    }

    private func malformed(_ bytes: Span<UInt8>, _ reason: String) -> AddressError {
        AddressError("\(bytes.quoted) is not an IPv6 address: \(reason)")
    }
}

extension Span<UInt8> {
    fileprivate var first: UInt8? { isEmpty ? nil : self[0] }
}
