/// Writes CSV (RFC 4180) that is safe to open in a spreadsheet.
///
/// Lines end in LF, which RFC 4180 readers accept and Git shows without `^M`. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe; line breaks and tabs become blanks and other control characters U+FFFD. Those who
/// need the exact text read the JSON.
package struct CSVText {
    /// The rows so far.
    package private(set) var text = ""

    /// Makes a text without rows.
    package init() {}

    /// Appends a row.
    package mutating func append(row cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            text += Self.cell(cell)
        }
        text += "\n"
    }

    /// One cell, quoted if need be.
    package static func cell(_ value: String) -> String {
        if isPlain(value) { return value }
        let printable = String(String.UnicodeScalarView(value.unicodeScalars.map(printable)))
        let start = printable.unicodeScalars.first { $0 != " " }
        let safe = start.map(formulaStarts.contains) ?? false ? "'" + printable : printable
        guard safe.unicodeScalars.contains(where: needsQuotes.contains) || safe.hasPrefix(" ") || safe.hasSuffix(" ")
        else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether the text is a cell as it stands, which nearly all are.
    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.utf8.first, let last = value.utf8.last else { return true }
        let hasPlainEnds =
            first > UInt8(ascii: "-") && first != UInt8(ascii: "=") && first != UInt8(ascii: "@")
            && last != UInt8(ascii: " ")
        return hasPlainEnds
            && value.utf8.allSatisfy { byte in
                (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",")
                    && byte != UInt8(ascii: ";")
            }
    }

    /// What spreadsheets begin formulas with, full-width forms included.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    /// The semicolon too: where the comma is the decimal sign, spreadsheets split there.
    private static let needsQuotes: Set<Unicode.Scalar> = ["\"", ",", ";"]

    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\t", "\n", "\r", "\u{2028}", "\u{2029}": return " "
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate: return "\u{fffd}"
            default: return scalar
            }
        }
    }
}
