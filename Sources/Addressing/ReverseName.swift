extension DomainName {
    /// The zone above all reverse names of IPv4 (RFC 1035, 3.5).
    package static let inAddrArpa = DomainName(unchecked: "in-addr.arpa")

    /// The zone above all reverse names of IPv6 (RFC 3596, 2.5).
    package static let ip6Arpa = DomainName(unchecked: "ip6.arpa")
}

extension AddressFamily {
    /// The zone above all reverse names of the family.
    package var reverseRoot: DomainName { self == .v4 ? .inAddrArpa : .ip6Arpa }

    /// How many bits one label of a reverse name stands for: an octet, or a nibble.
    var bitsPerReverseLabel: Int { self == .v4 ? 8 : 4 }
}

extension IPAddress {
    /// The name that the address's PTR record stands under, such as `21.2.0.192.in-addr.arpa.`.
    package var reverseName: DomainName { reverseName(length: family.width) }

    /// Reads the address from a name such as ``reverseName`` makes; nil for any other name.
    package init?(reverseName name: DomainName) {
        guard let prefix = IPPrefix(reverseZone: name), prefix.length == prefix.family.width else { return nil }
        self = prefix.network
    }

    /// The reverse name of the first `length` bits, which end on a label boundary.
    fileprivate func reverseName(length: Int) -> DomainName {
        let step = family.bitsPerReverseLabel
        var text: [UInt8] = []
        text.reserveCapacity(length / step * 4 + 12)
        for end in stride(from: length, to: 0, by: -step) {
            let label = UInt8(truncatingIfNeeded: bits >> (family.width - end))
            if family == .v4 { text.append(decimal: label) } else { text.append(UInt8(hexDigit: label)) }
            text.append(UInt8(ascii: "."))
        }
        text.append(contentsOf: family.reverseRoot.text.utf8)
        return DomainName(unchecked: String(decoding: text, as: UTF8.self))
    }
}

extension IPPrefix {
    /// The fewest zones that hold exactly the reverse names of the block, in ascending order of address.
    ///
    /// Zones are cut at octets in IPv4 and at nibbles in IPv6, so a length in between takes several: a /23 two, a /62
    /// four. An IPv4 block longer than /24 and shorter than /32 is one zone named as in RFC 2317, with a hyphen for the
    /// slash: `64-26.2.0.192.in-addr.arpa.`
    package var reverseZones: [DomainName] {
        if let classless = classlessReverseZone { return [classless] }
        let step = family.bitsPerReverseLabel
        let cut = (length + step - 1) / step * step
        return (0..<1 << (cut - length)).compactMap { index in
            network.advanced(by: UInt128(index) << (family.width - cut))?.reverseName(length: cut)
        }
    }

    private var classlessReverseZone: DomainName? {
        guard family == .v4, (25...31).contains(length) else { return nil }
        let parent = network.reverseName(length: 24)
        return DomainName(unchecked: "\(network.bits & 255)-\(length).\(parent.text)")
    }

    /// Reads the block from the name of its reverse zone; nil if the name is none.
    ///
    /// Of the names that RFC 2317 allows, those are understood that consist of first octet and length: `64-26`, `64/26`.
    package init?(reverseZone name: DomainName) {
        guard let family = AddressFamily.allCases.first(where: { name.isSubdomain(of: $0.reverseRoot) }) else {
            return nil
        }
        var labels = name.labels.dropLast(2)
        var block: (octet: UInt128, length: Int)?
        if family == .v4, labels.count == 4 {
            block = labels.first.flatMap(Self.classless)
            if block != nil { labels.removeFirst() }
        }
        let step = family.bitsPerReverseLabel
        guard labels.count <= family.width / step else { return nil }
        var bits: UInt128 = 0
        for label in labels.reversed() {
            let radix = family == .v4 ? 10 : 16
            guard let value = UInt16(label, radix: radix), value >> step == 0, String(value, radix: radix) == label
            else { return nil }
            bits = bits << step | UInt128(value)
        }
        let shared = bits << (family.width - step * labels.count)
        self.init(
            containing: IPAddress(family: family, bits: shared | (block?.octet ?? 0)),
            length: block?.length ?? step * labels.count
        )
        guard block == nil || network.bits & 255 == block?.octet else { return nil }
    }

    /// The two numbers of a label such as `64-26`, both in canonical form.
    private static func classless(_ label: Substring) -> (octet: UInt128, length: Int)? {
        let parts = label.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard parts.count == 2, let octet = UInt8(parts[0]), let length = Int(parts[1]), (25...31).contains(length),
            String(octet) == parts[0], String(length) == parts[1]
        else { return nil }
        return (UInt128(octet), length)
    }
}
