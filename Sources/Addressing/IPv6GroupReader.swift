/// Walks over the colon-separated groups of one IPv6 address and gathers their bits, without allocating.
struct IPv6GroupReader {
    private var position = 0
    /// All groups read so far, the latest lowest.
    private var bits: UInt128 = 0
    private var count = 0
    /// How many groups stood before `::`.
    private var gap: Int?

    /// Reads all of `bytes`; dotted decimal may stand for the last two groups.
    mutating func read(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        if try !readGap(bytes), !bytes.isEmpty, bytes[0] == UInt8(ascii: ":") {
            throw malformed(bytes, "it begins with a single colon")
        }
        while position < bytes.count {
            if hasDottedTail(bytes) {
                try readDottedTail(bytes)
            } else {
                try readGroup(bytes)
                try readSeparator(bytes)
            }
        }
        return try assemble(bytes)
    }

    private mutating func readGap(_ bytes: Span<UInt8>) throws(AddressError) -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: ":"), bytes[position + 1] == UInt8(ascii: ":")
        else { return false }
        guard gap == nil else { throw malformed(bytes, "'::' stands in it twice") }
        gap = count
        position += 2
        return true
    }

    private mutating func readSeparator(_ bytes: Span<UInt8>) throws(AddressError) {
        guard position < bytes.count else { return }
        guard try !readGap(bytes) else { return }
        guard bytes[position] == UInt8(ascii: ":") else {
            let tooLong = bytes[position].hexDigit != nil
            throw malformed(bytes, tooLong ? "a group has more than four digits" : "a group is not hexadecimal")
        }
        position += 1
        guard position < bytes.count else { throw malformed(bytes, "it ends with a single colon") }
    }

    private mutating func readGroup(_ bytes: Span<UInt8>) throws(AddressError) {
        var group: UInt16 = 0
        let start = position
        while position < bytes.count, position < start + 4, let digit = bytes[position].hexDigit {
            group = group << 4 | UInt16(digit)
            position += 1
        }
        guard position > start else { throw malformed(bytes, "a group is empty or not hexadecimal") }
        try append(group, of: bytes)
    }

    private mutating func append(_ group: UInt16, of bytes: Span<UInt8>) throws(AddressError) {
        guard count < 8 else { throw malformed(bytes, "it has more than eight groups") }
        bits = bits << 16 | UInt128(group)
        count += 1
    }

    /// Whether the next group is dotted decimal, as in `::ffff:192.0.2.1`.
    private func hasDottedTail(_ bytes: Span<UInt8>) -> Bool {
        // An octet has at most three digits, so looking further than that would only cost time.
        for index in position..<min(position + 4, bytes.count) {
            if bytes[index] == UInt8(ascii: ":") { return false }
            if bytes[index] == UInt8(ascii: ".") { return true }
        }
        return false
    }

    private mutating func readDottedTail(_ bytes: Span<UInt8>) throws(AddressError) {
        let tail = try IPv4Text.parse(bytes.extracting(position..<bytes.count))
        try append(UInt16(truncatingIfNeeded: tail >> 16), of: bytes)
        try append(UInt16(truncatingIfNeeded: tail), of: bytes)
        position = bytes.count
    }

    private func assemble(_ bytes: Span<UInt8>) throws(AddressError) -> UInt128 {
        guard let gap else {
            guard count == 8 else { throw malformed(bytes, "it has \(count) of the eight groups and no '::'") }
            return bits
        }
        guard count < 8 else { throw malformed(bytes, "'::' stands for no group at all") }
        let bitsBehind = 16 * (count - gap)
        let behind = bits & ((UInt128(1) << bitsBehind) - 1)
        return (bits >> bitsBehind) << (128 - 16 * gap) | behind
    }

    private func malformed(_ bytes: Span<UInt8>, _ reason: String) -> AddressError {
        AddressError("\(bytes.quoted) is not an IPv6 address: \(reason)")
    }
}
