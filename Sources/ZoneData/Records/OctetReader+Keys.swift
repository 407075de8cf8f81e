/// Keys and digests. A digest has the length of its algorithm, where that is known.
extension OctetReader {
    /// The key of a zone (RFC 4034, 2.1; RFC 7344, 3.2); that of a private algorithm begins with its name.
    mutating func zoneKey() -> Bool {
        guard octets(3), let algorithm = octet() else { return false }
        return algorithm == 253 ? name() && any() : rest()
    }

    /// A key for updates (RFC 2535, 3.1), or the word that there is none.
    mutating func updateKey() -> Bool {
        guard let flags = number(), octets(1), let algorithm = octet() else { return false }
        if flags & 0xC000 == 0xC000 { return true }
        return algorithm == 253 ? name() && any() : rest()
    }

    /// The digest of a zone's key, which its parent publishes (RFC 4034, 5.1; RFC 4509, RFC 5933, RFC 6605).
    mutating func delegationDigest() -> Bool {
        guard octets(3), let kind = octet() else { return false }
        switch kind {
        case 1: return octets(20)
        case 2, 3: return octets(32)
        case 4: return octets(48)
        default: return rest()
        }
    }

    /// The digest of a zone's content, of 12 octets at least (RFC 8976, 2.2).
    mutating func zoneDigest() -> Bool {
        guard octets(5), let kind = octet() else { return false }
        switch kind {
        case 1: return octets(48)
        case 2: return octets(64)
        default: return octets(12) && any()
        }
    }

    /// A certificate or its digest (RFC 6698, 2.1). Servers take any length, and then clients match nothing.
    mutating func certificate() -> Bool {
        guard octets(2), let kind = octet() else { return false }
        switch kind {
        case 1: return octets(32)
        case 2: return octets(64)
        default: return rest()
        }
    }

    /// A key of IPsec and the gateway that has it (RFC 4025, 2.1).
    mutating func tunnelKey() -> Bool {
        guard octets(1), let kind = octet(), octets(1) else { return false }
        return kind <= 3 && gateway(kind) && rest()
    }

    /// Where to ask for multicast (RFC 8777, 4.2), behind the preference.
    mutating func relay() -> Bool {
        guard octets(1), let kind = octet() else { return false }
        return kind & 0x7F <= 3 && gateway(kind & 0x7F)
    }

    private mutating func gateway(_ kind: UInt8) -> Bool {
        switch kind {
        case 0: true
        case 1: octets(4)
        case 2: octets(16)
        default: name()
        }
    }

    /// The identity of a host, its key, and servers where it can be met (RFC 8005, 5).
    mutating func hostIdentity() -> Bool {
        guard let tag = octet(), octets(1), let key = number(), tag > 0, key > 0 else { return false }
        return octets(Int(tag)) && octets(key) && names()
    }
}
