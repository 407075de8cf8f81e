import Addressing

/// Addresses that no host can have, whatever an inventory says.
enum SpecialPurpose {
    /// What an address is for, if that is not to be one host's; nil for all that hosts may have.
    ///
    /// IPv4 link-local addresses count as a host's: tunnels to cloud providers are numbered from them. Those of IPv6
    /// do not: every link has its own `fe80::1`.
    static func use(of address: IPAddress) -> String? {
        switch address.family {
        case .v4: useV4(UInt32(truncatingIfNeeded: address.bits))
        case .v6: useV6(address.bits)
        }
    }

    private static func useV4(_ bits: UInt32) -> String? {
        switch bits {
        case 0: "the unspecified address (RFC 1122, 3.2.1.3)"
        case 1...0x00ff_ffff: "an address of \"this network\" (RFC 1122, 3.2.1.3)"
        case 0xe000_0000...0xefff_ffff: "a multicast group (RFC 5771)"
        case 0xffff_ffff: "the limited broadcast address (RFC 919)"
        case 0xf000_0000...: "a class E address, reserved for future use (RFC 1112)"
        default: nil
        }
    }

    private static func useV6(_ bits: UInt128) -> String? {
        if bits == 0 { return "the unspecified address (RFC 4291, 2.5.2)" }
        if bits >> 120 == 0xff { return "a multicast group (RFC 4291, 2.7)" }
        if bits >> 118 == 0x3fa { return "a link-local address, which every link has for itself (RFC 4291, 2.5.6)" }
        return nil
    }
}
