import JSONShapes

/// Text as a YAML scalar that every parser, of whatever version, takes for exactly that text.
enum YAMLScalar {
    /// The text as it is where nothing could misread it, and otherwise between double quotes.
    static func text(_ value: String) -> String {
        isPlain(value) ? value : String(JSON.string(value).text(.compact).dropLast())
    }

    /// Words that YAML 1.1 takes for something else than text.
    private static let reserved: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]

    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.utf8.first, isLetter(first), !reserved.contains(value.lowercased()) else {
            return false
        }
        return value.utf8.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
