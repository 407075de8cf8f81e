/// What JSON text writes for what a string holds.
enum JSONEscape {
    /// Appends a string's content. Nearly all text is plain ASCII, which is copied as it is.
    static func append(_ string: String, to bytes: inout [UInt8]) {
        var string = string
        string.makeContiguousUTF8()
        if isPlain(string.utf8.span) {
            bytes.append(contentsOf: string.utf8)
        } else {
            for scalar in string.unicodeScalars { bytes.append(contentsOf: text(scalar).utf8) }
        }
    }

    /// Whether there is nothing but ASCII characters that stand for themselves.
    private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7f...: return false
            case 0x20...: continue
            default: return false
            }
        }
        return true
    }

    private static func text(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "<", "\u{2028}", "\u{2029}", "\u{202a}"..."\u{202e}",
            "\u{2066}"..."\u{2069}":
            "\\u" + padded(String(scalar.value, radix: 16))
        default: String(Character(scalar))
        }
    }

    private static func padded(_ digits: String) -> String {
        String(repeating: "0", count: 4 - digits.count) + digits
    }
}
