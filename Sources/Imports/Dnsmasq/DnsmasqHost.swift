import Addressing

/// The words of a `dhcp-host`, which stand in any order, each for what it means.
struct DnsmasqHost {
    /// The hardware addresses that the host is known by.
    private(set) var macs: [MACAddress] = []
    /// What it is known by over IPv6.
    private(set) var duid: DUID?
    /// The addresses that it is given.
    private(set) var addresses: [IPAddress] = []
    /// Its name.
    private(set) var name: String?
    /// Whether it is given nothing at all.
    private(set) var isIgnored = false
    /// How long its leases last, where that is not as long as those of others.
    private(set) var lease: String?
    /// What has no place in an inventory.
    private(set) var rest: [String] = []

    /// Sorts the words of a line.
    init(_ words: [String]) {
        var identifiers: [Substring] = []
        for word in words {
            let bare = word.hasPrefix("[") && word.hasSuffix("]") ? String(word.dropFirst().dropLast()) : word
            if let mac = MACAddress(word) {
                macs.append(mac)
            } else if let address = IPAddress(bare), !Self.isWildcard(address) {
                addresses.append(address)
            } else if word.hasPrefix("id:") {
                identifiers.append(word.dropFirst(3))
            } else if word == "ignore" {
                isIgnored = true
            } else if lease == nil, Self.isLease(word) {
                lease = word
            } else if name == nil, Self.isName(word) {
                name = word
            } else {
                rest.append(word)
            }
        }
        for identifier in identifiers { take(identifier) }
    }

    /// Takes what a client calls itself, where that says no more than a DUID or a hardware address does.
    private mutating func take(_ identifier: Substring) {
        // A host is known by its MAC here, whatever it calls itself.
        if identifier == "*", !macs.isEmpty { return }
        guard let parsed = try? DUID(parsing: String(identifier)) else { return rest.append("id:\(identifier)") }
        if duid == nil, addresses.contains(where: { $0.family == .v6 }) {
            duid = parsed
        } else if let mac = Self.mac(in: parsed.bytes), macs.isEmpty || macs.contains(mac) {
            if macs.isEmpty { macs = [mac] }
        } else {
            rest.append("id:\(identifier)")
        }
    }

    /// The hardware address of Ethernet that a client of DHCP for IPv4 calls itself by (RFC 2132, 9.14).
    private static func mac(in identifier: [UInt8]) -> MACAddress? {
        guard identifier.count == 7, identifier.first == 1 else { return nil }
        return MACAddress(bits: identifier.dropFirst().reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// Whether an address is only the end of one, to be completed by the network that the host is in.
    private static func isWildcard(_ address: IPAddress) -> Bool { address.family == .v6 && address.bits >> 64 == 0 }

    private static func isName(_ word: String) -> Bool { !word.contains(":") && DomainName(ofHost: word) != nil }

    private static func isLease(_ word: String) -> Bool {
        let digits = word.prefix { ("0"..."9").contains($0) }
        let unit = word.dropFirst(digits.count)
        return word == "infinite" || !digits.isEmpty && (unit.isEmpty || ["s", "m", "h", "d", "w"].contains(unit))
    }
}
