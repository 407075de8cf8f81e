/// The two families of Internet addresses, IPv4 before IPv6 wherever both are sorted.
package enum AddressFamily: UInt8, Hashable, Comparable, Sendable, CaseIterable {
    case v4 = 4
    case v6 = 6

    /// The number of bits in an address: 32 or 128.
    package var width: Int { self == .v4 ? 32 : 128 }

    /// The highest value an address of this family can have.
    package var highestBits: UInt128 { self == .v4 ? UInt128(UInt32.max) : .max }

    package static func < (left: AddressFamily, right: AddressFamily) -> Bool { left.rawValue < right.rawValue }
}
