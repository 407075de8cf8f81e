/// Writes CSV (RFC 4180) that is safe to open in a spreadsheet.
///
/// Lines end in LF, which RFC 4180 readers accept and Git shows without `^M`. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe; line breaks and tabs become blanks and other control characters U+FFFD. Those who
/// need the exact text read the JSON export.
struct CSVText {
    private(set) var text = ""

    mutating func append(row cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            text += Self.cell(cell)
        }
        text += "\n"
    }

    static func cell(_ value: String) -> String {
        let printable = String(String.UnicodeScalarView(value.unicodeScalars.map(printable)))
        let start = printable.unicodeScalars.first { $0 != " " }
        let safe = start.map(formulaStarts.contains) ?? false ? "'" + printable : printable
        guard safe.unicodeScalars.contains(where: needsQuotes.contains) || safe.hasPrefix(" ") || safe.hasSuffix(" ")
        else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
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
