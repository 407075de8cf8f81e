/// A 48-bit IEEE 802 hardware address, printed in lower-case colon form.
package struct MACAddress: Hashable, Comparable, Sendable {
    /// The address as a number of 48 bits.
    package let bits: UInt64

    /// Makes an address from its number.
    ///
    /// - Precondition: the number fits into 48 bits.
    package init(bits: UInt64) {
        precondition(bits >> 48 == 0, "a MAC address has 48 bits")
        self.bits = bits
    }

    /// Makes an address from six bytes in transmission order; nil for any other number of bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 6 else { return nil }
        self.init(bits: bytes.reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The six bytes in transmission order.
    package var bytes: [UInt8] { (0..<6).reversed().map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }

    /// Whether the address names a group of stations (IEEE 802, the I/G bit), broadcast included.
    package var isMulticast: Bool { bits >> 40 & 1 == 1 }

    /// Whether all bits are zero, which many tools print for "not known".
    package var isZero: Bool { bits == 0 }

    package static func < (left: MACAddress, right: MACAddress) -> Bool { left.bits < right.bits }
}

extension MACAddress: CustomStringConvertible, LosslessStringConvertible {
    /// The canonical text, such as `02:00:5e:10:00:01`.
    package var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
    }

    /// Parses as ``init(parsing:)`` does, without a reason on failure.
    package init?(_ text: String) {
        try? self.init(parsing: text)
    }

    /// Parses six pairs of hexadecimal digits, of either case, all separated by `:` or all by `-`.
    ///
    /// - Throws: ``AddressError`` that says which form is expected.
    package init(parsing text: String) throws(AddressError) {
        var text = text
        self = try text.withUTF8Span { bytes throws(AddressError) in try MACAddress(utf8: bytes) }
    }

    /// Parses UTF-8 bytes as ``init(parsing:)`` parses text, without making a string.
    package init(utf8 bytes: Span<UInt8>) throws(AddressError) {
        guard bytes.count == 17, [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[2]) else {
            throw Self.malformed(bytes)
        }
        var bits: UInt64 = 0
        for index in bytes.indices {
            if index % 3 == 2 {
                guard bytes[index] == bytes[2] else { throw Self.malformed(bytes) }
            } else {
                guard let digit = bytes[index].hexDigit else { throw Self.malformed(bytes) }
                bits = bits << 4 | UInt64(digit)
            }
        }
        self.bits = bits
    }

    private static func malformed(_ bytes: Span<UInt8>) -> AddressError {
        AddressError("\(bytes.quoted) is not a MAC address; write it like 02:00:5e:10:00:01")
    }
}
