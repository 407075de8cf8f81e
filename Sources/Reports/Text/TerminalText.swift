/// The escaper for terminals and logs: hostile text in, one harmless line out.
package enum TerminalText {
    /// The text with each scalar that is unseen, or moves what is seen, spelt out as `\u{1b}`.
    ///
    /// That covers C0, DEL, C1, line and paragraph separators, bidirectional controls, zero-width and other ignorable
    /// scalars, private use, and what is assigned to nothing. The result is one line, and no part of it is a command to
    /// the runner of GitHub Actions, which reads all that a step prints.
    package static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain), !mayBeginCommand(text) { return text }
        var visible = ""
        for scalar in text.unicodeScalars { visible += escaped(scalar) }
        return withoutCommands(visible)
    }

    /// One scalar, spelt out if need be.
    package static func escaped(_ scalar: Unicode.Scalar) -> String {
        isVisible(scalar) ? String(Character(scalar)) : spelt(scalar)
    }

    /// A scalar that nobody sees as what it is any more.
    static func spelt(_ scalar: Unicode.Scalar) -> String { "\\u{" + String(scalar.value, radix: 16) + "}" }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "#")
    }

    private static func mayBeginCommand(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: ":") || text.utf8.first == UInt8(ascii: " ")
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20..<0x7f).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Takes the two forms of workflow commands apart: `##[name]` anywhere, `::name` where a line may begin.
    private static func withoutCommands(_ text: String) -> String {
        let text = text.utf8.contains(UInt8(ascii: "#")) ? text.replacing("##[", with: "##" + spelt("[")) : text
        let line = text.unicodeScalars.drop { $0.properties.isWhitespace }
        guard line.prefix(2).elementsEqual([":", ":"]) else { return text }
        // `::1` and `::ffff:192.0.2.1` are addresses.
        let word = line.prefix { $0 != " " }
        guard !word.allSatisfy({ $0.properties.isASCIIHexDigit || $0 == ":" || $0 == "." || $0 == "/" }) else {
            return text
        }
        return String(text.unicodeScalars[..<line.startIndex]) + spelt(":") + String(line.dropFirst())
    }
}
