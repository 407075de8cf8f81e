/// One or more consecutive addresses of one family, from a first to a last, both included.
///
/// Ranges sort by first address, then by last.
package struct IPRange: Hashable, Comparable, Sendable {
    /// The lowest address.
    package let first: IPAddress
    /// The highest address.
    package let last: IPAddress

    /// Makes a range; nil if the ends are of two families or in the wrong order.
    package init?(first: IPAddress, last: IPAddress) {
        guard first.family == last.family, first <= last else { return nil }
        self.init(uncheckedFirst: first, last: last)
    }

    /// Makes the range that holds one address only.
    package init(_ address: IPAddress) {
        self.init(uncheckedFirst: address, last: address)
    }

    init(uncheckedFirst first: IPAddress, last: IPAddress) {
        self.first = first
        self.last = last
    }

    /// The family of the range's addresses.
    package var family: AddressFamily { first.family }

    /// The number of addresses less one, which fits even for all of IPv6.
    package var span: UInt128 { last.bits - first.bits }

    /// The number of addresses; the highest number there is stands for all 2^128 of IPv6.
    package var count: UInt128 { span == .max ? .max : span + 1 }

    /// Whether `address` lies in the range; never for the other family.
    package func contains(_ address: IPAddress) -> Bool {
        address.family == family && first <= address && address <= last
    }

    /// Whether all of `other` lies in this range.
    package func contains(_ other: IPRange) -> Bool {
        contains(other.first) && contains(other.last)
    }

    /// Whether the two ranges share an address.
    package func overlaps(_ other: IPRange) -> Bool {
        family == other.family && first <= other.last && other.first <= last
    }

    /// The addresses that both ranges hold; nil if there are none.
    package func intersection(_ other: IPRange) -> IPRange? {
        overlaps(other) ? IPRange(uncheckedFirst: max(first, other.first), last: min(last, other.last)) : nil
    }

    package static func < (left: IPRange, right: IPRange) -> Bool {
        left.first == right.first ? left.last < right.last : left.first < right.first
    }
}

extension IPRange: CustomStringConvertible, LosslessStringConvertible {
    /// The prefix that holds exactly this range, when there is one.
    package var prefix: IPPrefix? {
        let length = family.width - (128 - span.leadingZeroBitCount)
        let prefix = IPPrefix(containing: first, length: length)
        return prefix.first == first && prefix.last == last ? prefix : nil
    }

    /// The canonical text `first-last`; a single address stands alone.
    package var description: String { first == last ? "\(first)" : "\(first)-\(last)" }

    /// Parses as ``init(parsing:)`` does, without a reason on failure.
    package init?(_ text: String) {
        try? self.init(parsing: text)
    }

    /// Parses `first-last`, a prefix such as `192.0.2.128/26`, or a single address.
    ///
    /// - Throws: ``AddressError`` if an end is malformed, the ends are of two families, or they are backwards.
    package init(parsing text: String) throws(AddressError) {
        var text = text
        self = try text.withUTF8Span { bytes throws(AddressError) in try IPRange(utf8: bytes) }
    }

    /// Parses UTF-8 bytes as ``init(parsing:)`` parses text, without making a string.
    package init(utf8 bytes: Span<UInt8>) throws(AddressError) {
        if bytes.contains(UInt8(ascii: "/")) {
            self = try IPPrefix(utf8: bytes).range
            return
        }
        guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")) else {
            self.init(try IPAddress(utf8: bytes))
            return
        }
        guard dash > 0, dash + 1 < bytes.count else {
            let missing = dash > 0 ? "last" : "first"
            throw AddressError("\(bytes.quoted) has no \(missing) address; write FIRST-LAST, or one address alone")
        }
        let first = try IPAddress(utf8: bytes.extracting(0..<dash))
        let last = try IPAddress(utf8: bytes.extracting(dash + 1..<bytes.count))
        guard first.family == last.family else {
            throw AddressError("\(bytes.quoted) begins in one address family and ends in the other")
        }
        guard first <= last else {
            throw AddressError("\(bytes.quoted) runs backwards", suggestion: "\(last)-\(first)")
        }
        self.init(uncheckedFirst: first, last: last)
    }
}
