/// What a cell says.
enum CellText {
    /// The text of a cell, without the spaces around it unless it stands in quotes; nil if there is none.
    ///
    /// The apostrophe that keeps spreadsheets from taking a cell for a formula, as our own CSV has it, goes.
    static func text(_ bytes: [UInt8], _ cell: DelimitedRows.Cell) -> String? {
        var range = cell.range
        if !cell.isQuoted {
            while let first = range.first, bytes[first] == UInt8(ascii: " ") { range.removeFirst() }
            while let last = range.last, bytes[last] == UInt8(ascii: " ") { range.removeLast() }
        }
        guard let first = range.first else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self)
        let plain = cell.hasQuotes ? text.replacing("\"\"", with: "\"") : text
        return bytes[first] == UInt8(ascii: "'") ? withoutFormulaMark(plain) : plain
    }

    private static func withoutFormulaMark(_ text: String) -> String {
        let start = text.dropFirst().unicodeScalars.first { $0 != " " }
        return start.map(formulaStarts.contains) ?? false ? String(text.dropFirst()) : text
    }

    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

    /// A name of a column as formats compare it: in lower case, with `_` for what is neither letter nor digit.
    static func key(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: "_")
    }
}
