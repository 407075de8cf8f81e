/// An address block in CIDR form: a network address whose host bits are zero, and a length.
///
/// Prefixes sort by network address, then by length, so that a covering prefix stands directly before what it covers.
package struct IPPrefix: Hashable, Comparable, Sendable {
    /// The first address of the block.
    package let network: IPAddress
    private let storedLength: UInt8

    /// The number of leading bits that all addresses of the block share: 0 to 32, or 0 to 128.
    package var length: Int { Int(storedLength) }

    /// The family of the block's addresses.
    package var family: AddressFamily { network.family }

    /// Makes the prefix of `length` that holds `address`, clearing the host bits.
    ///
    /// - Precondition: `length` is between 0 and the width of the family.
    package init(containing address: IPAddress, length: Int) {
        precondition((0...address.family.width).contains(length), "a prefix length is at most the family's width")
        storedLength = UInt8(length)
        network = IPAddress(
            family: address.family,
            bits: address.bits & ~Self.hostMask(length: length, family: address.family)
        )
    }

    private static func hostMask(length: Int, family: AddressFamily) -> UInt128 {
        let hostBits = family.width - length
        return hostBits == 128 ? .max : (UInt128(1) &<< UInt128(hostBits)) - 1
    }

    private var hostMask: UInt128 { Self.hostMask(length: length, family: family) }

    /// The first address, which is the network address.
    package var first: IPAddress { network }

    /// The last address of the block; in IPv4 up to /30 the broadcast address.
    package var last: IPAddress { IPAddress(family: family, bits: network.bits | hostMask) }

    /// All addresses of the block.
    package var range: IPRange { IPRange(uncheckedFirst: first, last: last) }

    /// Whether `address` lies in the block; never for the other family.
    package func contains(_ address: IPAddress) -> Bool {
        address.family == family && (address.bits ^ network.bits) & ~hostMask == 0
    }

    /// Whether all of `other` lies in this block; a prefix contains itself.
    package func contains(_ other: IPPrefix) -> Bool {
        other.length >= length && contains(other.network)
    }

    /// Whether the two blocks share an address; then one contains the other.
    package func overlaps(_ other: IPPrefix) -> Bool { contains(other) || other.contains(self) }

    /// The IPv4 network address, which no host may have; nil for /31 (RFC 3021), /32 and IPv6.
    package var networkAddress: IPAddress? { hasBroadcast ? first : nil }

    /// The IPv4 directed broadcast address; nil for /31 (RFC 3021), /32 and IPv6.
    package var broadcastAddress: IPAddress? { hasBroadcast ? last : nil }

    private var hasBroadcast: Bool { family == .v4 && length <= 30 }

    /// The addresses that hosts may have: all but network and broadcast address.
    package var usable: IPRange {
        guard hasBroadcast, let first = first.next, let last = last.previous else { return range }
        return IPRange(uncheckedFirst: first, last: last)
    }

    /// The dotted-decimal mask of an IPv4 prefix, such as `255.255.255.0`; nil for IPv6.
    package var mask: IPAddress? {
        family == .v4 ? IPAddress(v4: ~UInt32(truncatingIfNeeded: hostMask)) : nil
    }

    package static func < (left: IPPrefix, right: IPPrefix) -> Bool {
        left.network == right.network ? left.storedLength < right.storedLength : left.network < right.network
    }
}

extension IPPrefix: CustomStringConvertible, LosslessStringConvertible {
    /// The canonical text, such as `192.0.2.0/24` or `2001:db8::/32`.
    package var description: String { "\(network)/\(length)" }

    /// Parses as ``init(parsing:)`` does, without a reason on failure.
    package init?(_ text: String) {
        try? self.init(parsing: text)
    }

    /// Parses `address/length`; host bits must be zero and the length plain decimal.
    ///
    /// - Throws: ``AddressError``; for host bits its suggestion is the prefix that holds the address.
    package init(parsing text: String) throws(AddressError) {
        var text = text
        self = try text.withUTF8Span { bytes throws(AddressError) in try IPPrefix(utf8: bytes) }
    }

    /// Parses UTF-8 bytes as ``init(parsing:)`` parses text, without making a string.
    package init(utf8 bytes: Span<UInt8>) throws(AddressError) {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            throw AddressError("\(bytes.quoted) has no prefix length")
        }
        let address = try IPAddress(utf8: bytes.extracting(0..<slash))
        let length = try Self.parseLength(bytes.extracting(slash + 1..<bytes.count), family: address.family)
        self.init(containing: address, length: length)
        guard network == address else {
            throw AddressError("\(bytes.quoted) has host bits set", suggestion: description)
        }
    }

    private static func parseLength(_ digits: Span<UInt8>, family: AddressFamily) throws(AddressError) -> Int {
        var length = 0
        guard (1...3).contains(digits.count), digits.count == 1 || digits[0] != UInt8(ascii: "0") else {
            throw AddressError("\(digits.quoted) is not a prefix length")
        }
        for index in digits.indices {
            guard let digit = digits[index].decimalDigit else {
                throw AddressError("\(digits.quoted) is not a prefix length")
            }
            length = length * 10 + digit
        }
        guard length <= family.width else {
            throw AddressError("prefix length /\(length) is above /\(family.width)")
        }
        return length
    }
}
