/// Places on the earth and in networks, and rules that lead to them.
extension OctetReader {
    /// A place on the earth (RFC 1876, 2); of another version than the first it may be anything.
    mutating func location() -> Bool {
        guard let version = octet() else { return false }
        guard version == 0 else { return any() }
        guard let sizes = part(3), let latitude = longNumber(), let longitude = longNumber(), octets(4) else {
            return false
        }
        // Thousandths of a second of arc, from the equator and the prime meridian.
        let (equator, degree) = (1 << 31, 3_600_000)
        return sizes.allSatisfy(Self.isSize) && abs(latitude - equator) <= 90 * degree
            && abs(longitude - equator) <= 180 * degree
    }

    /// Whether an octet is a decimal digit and the power of ten that it is taken times; zero has none.
    private static func isSize(_ octet: UInt8) -> Bool {
        let (digit, power) = (octet >> 4, octet & 0xF)
        return digit <= 9 && power <= 9 && (digit != 0 || power == 0)
    }

    /// Prefixes, if any, to the end, without the zeros that end them (RFC 3123, 4).
    mutating func prefixes() -> Bool {
        while let family = number() {
            guard let length = octet(), let count = octet(), let address = part(Int(count & 0x7F)) else { return false }
            switch family {
            case 1: guard length <= 32, address.count <= 4 else { return false }
            case 2: guard length <= 128, address.count <= 16 else { return false }
            default: break
            }
            guard address.last != 0 else { return false }
        }
        return true
    }

    /// Flags, services and the rule that makes the next name of this one (RFC 3403, 4.1).
    mutating func naptrRule() -> Bool {
        guard string(), string(), let rule = text() else { return false }
        return rule.isEmpty || Self.isSubstitution(rule)
    }

    /// Whether a text is a pattern and what takes its place, both between a delimiter, and perhaps a flag (RFC 3402, 3.2).
    private static func isSubstitution(_ rule: ArraySlice<UInt8>) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let (backslash, flag) = (UInt8(ascii: "\\"), UInt8(ascii: "i"))
        guard let delimiter = rule.first, !digits.contains(delimiter), ![0, backslash, flag].contains(delimiter) else {
            return false
        }
        var (parts, groups, depth, isEscaped): (Int, UInt8, Int, Bool) = (0, 0, 0, false)
        for octet in rule.dropFirst() {
            switch (octet, isEscaped) {
            case (0, _): return false
            case (digits, true) where parts == 1:
                // It stands for a group of the pattern, counted from one.
                guard (1...max(groups, 1)).contains(octet - digits.lowerBound), groups > 0 else { return false }
            case (_, true): break
            case (delimiter, false): parts += 1
            case (UInt8(ascii: "("), false) where parts == 0:
                groups += groups < 9 ? 1 : 0
                depth += 1
            case (UInt8(ascii: ")"), false) where parts == 0:
                depth -= 1
                guard depth >= 0 else { return false }
            case (_, false) where parts > 1: guard octet == flag else { return false }
            default: break
            }
            isEscaped = !isEscaped && octet == backslash
        }
        return parts == 2 && depth == 0 && !isEscaped
    }
}
