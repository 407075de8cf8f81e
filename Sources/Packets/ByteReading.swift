import Addressing

/// Reading numbers in network order from bytes that may end too early.
extension Span<UInt8> {
    /// The byte at `offset`; nil behind the end.
    func byte(at offset: Int) -> UInt8? {
        offset >= 0 && offset < count ? self[offset] : nil
    }

    /// The 16-bit number at `offset`; nil if it is not all there.
    func word16(at offset: Int) -> UInt16? {
        guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
        return UInt16(high) &<< 8 | UInt16(low)
    }

    /// The 48-bit number at `offset`; nil if it is not all there.
    func word48(at offset: Int) -> UInt64? {
        guard offset >= 0, count - offset >= 6 else { return nil }
        return (offset..<offset + 6).reduce(UInt64(0)) { $0 &<< 8 | UInt64(self[$1]) }
    }

    /// The 64-bit number at `offset`; nil if it is not all there.
    func word64(at offset: Int) -> UInt64? {
        guard offset >= 0, count - offset >= 8 else { return nil }
        return (offset..<offset + 8).reduce(UInt64(0)) { $0 &<< 8 | UInt64(self[$1]) }
    }

    /// The address of `family` at `offset`; nil if it is not all there.
    func address(_ family: AddressFamily, at offset: Int) -> IPAddress? {
        let length = family.width / 8
        guard offset >= 0, count - offset >= length else { return nil }
        let bits = (offset..<offset + length).reduce(UInt128(0)) { $0 &<< 8 | UInt128(self[$1]) }
        return IPAddress(family: family, bits: bits)
    }
}
