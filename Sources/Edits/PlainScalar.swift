/// Which texts may stand without quotes, in brackets as well, and are text to every reader of YAML.
enum PlainScalar {
    /// Whether a text may. Stricter than YAML: what other readers take for a number, a boolean or nothing may not.
    static func isSafe(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.utf8.last != UInt8(ascii: " ") else { return false }
        if text.utf8.contains(UInt8(ascii: ":")) { return isMAC(text) }
        return mayBegin(first) && text.unicodeScalars.allSatisfy(mayStand) && !isWord(text) && !isNumeric(text)
    }

    private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || scalar == "_" || scalar == "/"
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || " _-./+@()='%$;*&!?<>~^".unicodeScalars.contains(scalar)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    /// Whether it is six pairs of digits with colons between: the one text with colons that is written plain, unless it
    /// may be a number to the base of sixty, which YAML 1.1 has and later versions do not.
    private static func isMAC(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 6
            && parts.allSatisfy { part in part.utf8.count == 2 && part.allSatisfy { $0.isHexDigit && $0.isASCII } }
            && (text.utf8.first == UInt8(ascii: "0")
                || !text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") })
    }

    /// Whether some reader takes it for a boolean or for nothing.
    private static func isWord(_ text: String) -> Bool {
        ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"].contains(text.lowercased())
    }

    /// Whether some reader takes it for a number; a date is none here, since inventories have them without quotes.
    private static func isNumeric(_ text: String) -> Bool {
        guard let first = text.utf8.first, isDigit(first) else { return false }
        if isDate(text) { return false }
        let lower = text.lowercased()
        if ["0x", "0o", "0b"].contains(where: lower.hasPrefix) { return true }
        return lower.utf8.allSatisfy { isDigit($0) || "_.e+-".utf8.contains($0) }
            && lower.utf8.count { $0 == UInt8(ascii: ".") } < 2
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
