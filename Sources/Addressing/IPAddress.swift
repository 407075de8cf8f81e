/// An IPv4 or IPv6 address: a number of 32 or 128 bits and its family.
///
/// One type serves both families, so that no table, set or rule has to be written twice. IPv4 sorts before IPv6, then
/// by number. Zone ids and IPv4-mapped IPv6 addresses have no representation here: parsing refuses them.
package struct IPAddress: Hashable, Comparable, Sendable {
    // Two halves rather than one UInt128, whose 16-byte alignment would grow every stored address to 32 bytes.
    private let high: UInt64
    private let low: UInt64
    /// IPv4 or IPv6.
    package let family: AddressFamily

    /// Makes an address from its number.
    ///
    /// - Precondition: an IPv4 number fits into 32 bits.
    package init(family: AddressFamily, bits: UInt128) {
        precondition(bits <= family.highestBits, "an IPv4 address has 32 bits")
        self.family = family
        high = UInt64(truncatingIfNeeded: bits &>> 64)
        low = UInt64(truncatingIfNeeded: bits)
    }

    /// Makes an IPv4 address from its 32 bits.
    package init(v4 bits: UInt32) {
        family = .v4
        high = 0
        low = UInt64(bits)
    }

    /// Makes an IPv6 address from its 128 bits.
    package init(v6 bits: UInt128) {
        self.init(family: .v6, bits: bits)
    }

    /// The address as a number; an IPv4 address fills the low 32 bits.
    package var bits: UInt128 { UInt128(high) &<< 64 | UInt128(low) }

    package static func < (left: IPAddress, right: IPAddress) -> Bool {
        if left.family != right.family { return left.family < right.family }
        return left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// The following address; nil after the last one of the family.
    package var next: IPAddress? { advanced(by: 1) }

    /// The preceding address; nil before the first one of the family.
    package var previous: IPAddress? {
        bits == 0 ? nil : IPAddress(family: family, bits: bits - 1)
    }

    /// The address `distance` places further on; nil beyond the last one of the family.
    package func advanced(by distance: UInt128) -> IPAddress? {
        let (sum, overflow) = bits.addingReportingOverflow(distance)
        guard !overflow, sum <= family.highestBits else { return nil }
        return IPAddress(family: family, bits: sum)
    }

    /// The address's bytes in network order: 4 or 16.
    package var bytes: [UInt8] {
        (0..<family.width / 8).reversed().map { UInt8(truncatingIfNeeded: bits &>> (8 * UInt128($0))) }
    }

    /// Makes an address from 4 or 16 bytes in network order; nil for any other number of bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        let bits = bytes.reduce(UInt128(0)) { $0 &<< 8 | UInt128($1) }
        self.init(family: bytes.count == 4 ? .v4 : .v6, bits: bits)
    }
}

extension IPAddress: CustomStringConvertible, LosslessStringConvertible {
    /// The canonical text: dotted decimal, or RFC 5952 for IPv6.
    package var description: String {
        switch family {
        case .v4: IPv4Text.print(UInt32(truncatingIfNeeded: low))
        case .v6: IPv6Text.print(bits)
        }
    }

    /// Parses as ``init(parsing:)`` does, without a reason on failure.
    package init?(_ text: String) {
        try? self.init(parsing: text)
    }

    /// Parses dotted decimal or IPv6 text.
    ///
    /// Refused, never repaired: leading zeros (`010.1.1.1`), short, hexadecimal and decimal IPv4 forms, surrounding
    /// white space, zone ids, IPv4-mapped IPv6 in any spelling, and dotted decimal inside IPv6.
    /// - Throws: ``AddressError`` that names the first fault.
    package init(parsing text: String) throws(AddressError) {
        var text = text
        self = try text.withUTF8Span { bytes throws(AddressError) in try IPAddress(utf8: bytes) }
    }

    /// Parses UTF-8 bytes as ``init(parsing:)`` parses text, without making a string.
    package init(utf8 bytes: Span<UInt8>) throws(AddressError) {
        if bytes.contains(UInt8(ascii: ":")) {
            self.init(v6: try IPv6Text.parse(bytes))
        } else {
            self.init(v4: try IPv4Text.parse(bytes))
        }
    }
}
