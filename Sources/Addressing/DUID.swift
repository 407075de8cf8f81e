/// What a client of DHCP for IPv6 is known by, whatever interface it asks from (RFC 8415, 11); printed in lower-case
/// colon form.
package struct DUID: Hashable, Sendable {
    /// The octets in transmission order: two for the type, then 1 to 128.
    package let bytes: [UInt8]

    /// How many octets one may have (RFC 8415, 11.1).
    private static let lengths = 3...130

    /// Makes the identifier that follows from a hardware address of Ethernet (DUID-LL: RFC 8415, 11.4).
    package init(of mac: MACAddress) {
        bytes = [0, 3, 0, 1] + mac.bytes
    }

    package static func < (left: DUID, right: DUID) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

extension DUID: Comparable, CustomStringConvertible {
    /// The canonical text, such as `00:03:00:01:02:00:5e:10:00:01`.
    package var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
    }

    /// Parses pairs of hexadecimal digits, of either case, all separated by `:` or all by `-`.
    ///
    /// - Throws: ``AddressError`` that says which form is expected.
    package init(parsing text: String) throws(AddressError) {
        let digits = Array(text.utf8)
        let separator = digits.dropFirst(2).first
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 3) {
            guard start + 1 < digits.count, let high = digits[start].hexDigit, let low = digits[start + 1].hexDigit,
                start + 2 == digits.count || digits[start + 2] == separator
            else { throw Self.malformed(text) }
            bytes.append(UInt8(high << 4 | low))
        }
        guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-"), digits.last != separator,
            Self.lengths.contains(bytes.count)
        else { throw Self.malformed(text) }
        self.bytes = bytes
    }

    private static func malformed(_ text: String) -> AddressError {
        AddressError(
            "'\(text.prefix(60))' is not a DUID; write its 3 to 130 octets like 00:03:00:01:02:00:5e:10:00:01")
    }
}
