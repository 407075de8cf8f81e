extension IPAddress {
    /// The address that stateless autoconfiguration gives a hardware address in a /64 (RFC 4291, appendix A).
    package init(eui64 mac: MACAddress, in prefix: IPPrefix) {
        let upper = mac.bits >> 24
        let lower = mac.bits & 0xff_ffff
        let identifier = (upper << 40 | 0xfffe << 24 | lower) ^ 0x0200_0000_0000_0000
        self.init(v6: prefix.first.bits | UInt128(identifier))
    }
}
