/// What a cell of a table can hold of a text: words of characters that people can see.
enum CellForm {
    /// Whether a cell holds all that a table can of a text: line ends and tabs stand as blanks in it, and what nobody can
    /// see as U+FFFD, or not at all. Such a cell says nothing new.
    static func isHeld(_ text: String, by cell: String) -> Bool {
        text == cell || text.unicodeScalars.contains(where: isLost) && words(of: text) == words(of: cell)
    }

    private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func words(of text: String) -> [String] {
        let seen = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if scalar.properties.isWhitespace { return " " }
            return isLost(scalar) || scalar == "\u{fffd}" ? nil : scalar
        }
        return String(String.UnicodeScalarView(seen)).split(separator: " ").map(String.init)
    }
}
