import Addressing
import TestSupport

/// Random values that lean towards the edges where address code goes wrong.
extension SeededGenerator {
    mutating func family() -> AddressFamily { Bool.random(using: &self) ? .v4 : .v6 }

    /// Any address; often one with long runs of zeros or ones, and never an IPv4-mapped one.
    mutating func address(_ family: AddressFamily) -> IPAddress {
        var bits = UInt128.random(in: 0...family.highestBits, using: &self)
        switch Int.random(in: 0..<8, using: &self) {
        case 0: bits = 0
        case 1: bits = family.highestBits
        case 2: bits >>= UInt128(Int.random(in: 0..<family.width, using: &self))
        case 3: bits = ~(bits >> UInt128(Int.random(in: 0..<family.width, using: &self))) & family.highestBits
        case 4, 5: bits &= groupMask(family)
        default: break
        }
        if family == .v6, bits >> 32 == 0xffff { bits += 1 << 32 }
        return IPAddress(family: family, bits: bits)
    }

    /// All-ones in some 16-bit groups and zeros in the others.
    private mutating func groupMask(_ family: AddressFamily) -> UInt128 {
        var mask: UInt128 = 0
        for _ in 0..<family.width / 16 { mask = mask << 16 | (Bool.random(using: &self) ? 0xffff : 0) }
        return mask
    }

    /// A prefix of any length.
    mutating func prefix(_ family: AddressFamily) -> IPPrefix {
        IPPrefix(containing: address(family), length: Int.random(in: 0...family.width, using: &self))
    }

    /// One of the addresses `base` to `base + size - 1`.
    mutating func address(near base: IPAddress, size: UInt128) -> IPAddress {
        base.advanced(by: UInt128.random(in: 0..<size, using: &self)) ?? base
    }

    /// A range of up to eight addresses within `base` to `base + size - 1`.
    mutating func range(near base: IPAddress, size: UInt128) -> IPRange {
        let first = UInt128.random(in: 0..<size, using: &self)
        let last = UInt128.random(in: first...min(first + 7, size - 1), using: &self)
        guard let low = base.advanced(by: first), let high = base.advanced(by: last),
            let range = IPRange(first: low, last: high)
        else { return IPRange(base) }
        return range
    }
}
