/// The escaper for terminals and logs: hostile text in, one harmless line out.
package enum TerminalText {
    /// The text with each scalar that is unseen, or moves what is seen, spelt out as `\u{1b}`.
    ///
    /// That covers C0, DEL, C1, line and paragraph separators, bidirectional controls, zero-width and other ignorable
    /// scalars, private use, and what is assigned to nothing. The result is one line.
    package static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
        var visible = ""
        for scalar in text.unicodeScalars { visible += escaped(scalar) }
        return visible
    }

    /// One scalar, spelt out if need be.
    package static func escaped(_ scalar: Unicode.Scalar) -> String {
        isVisible(scalar) ? String(Character(scalar)) : "\\u{" + String(scalar.value, radix: 16) + "}"
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20..<0x7f).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
