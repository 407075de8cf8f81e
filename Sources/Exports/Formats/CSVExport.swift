import JSONShapes
import Reports

/// All claimed addresses as a table for spreadsheets, then the pools and subnets that have none; its columns are those of ``AddressColumn``.
package struct CSVExport: ExportFormat {
    package let name = "csv"
    package let summary = "all claimed addresses as a table for spreadsheets"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    /// How the first line begins, whatever columns were added at its end since.
    private static let mark = AddressColumn.all.prefix(8).map { $0.key + "," }.joined()

    package func render(_ input: ExportInput) -> [ExportedFile] {
        var csv = CSVText()
        csv.append(row: AddressColumn.all.map(\.key))
        for row in AddressTable.rows(input) + AddressTable.unclaimed(input) {
            csv.append(row: AddressColumn.all.map { Self.text($0.value(row)) })
        }
        return [ExportedFile(path: "addresses.csv", text: csv.text)]
    }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix(Self.mark) }

    package func entryKey(of line: Substring) -> String? { line.split(separator: ",").first.map(String.init) }

    /// A value as the text of a cell: nothing for null, blanks between the elements of a list.
    private static func text(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .integer(let number): String(number)
        case .array(let elements):
            elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
                .joined(separator: " ")
        case .bool, .number, .object: preconditionFailure("no column of addresses holds such a value")
        }
    }
}
