/// How a text is written in YAML so that everyone reads it as that text.
package enum ScalarText {
    /// The quotes that a scalar stands in.
    enum Quotes {
        case none, single, double

        /// The quotes that a scalar begins with.
        init(_ first: UInt8?) {
            self =
                switch first {
                case UInt8(ascii: "'"): .single
                case UInt8(ascii: "\""): .double
                default: .none
                }
        }
    }

    /// A text, plain if nobody could take it for anything else, else in double quotes.
    package static func text(_ text: String) -> String { self.text(text, in: .none) }

    /// A text in the quotes that an earlier one stood in, as far as they can hold it.
    static func text(_ text: String, in quotes: Quotes) -> String {
        switch quotes {
        case .none: PlainScalar.isSafe(text) ? text : doubleQuoted(text)
        case .single: isPrintable(text) ? "'\(text.replacing("'", with: "''"))'" : doubleQuoted(text)
        case .double: doubleQuoted(text)
        }
    }

    /// A text in double quotes, with escapes for what cannot be seen.
    static func doubleQuoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default: quoted += escape(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
    }

    private static func isPrintable(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPrintable) }

    /// Whether a character shows what it is: no control, no space but the usual one, nothing of no width.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
