/// A table for terminals, its columns as wide as what stands in them.
package struct TextTable: Sendable {
    /// One column's title and side.
    package struct Column: Sendable {
        /// The side that cells lean to.
        package enum Alignment: Sendable {
            case leading, trailing
        }

        let title: String
        let alignment: Alignment

        /// Makes a column.
        package init(_ title: String, _ alignment: Alignment = .leading) {
            self.title = title
            self.alignment = alignment
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// Makes an empty table.
    package init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; cells may hold any text and are made harmless here.
    package mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has as many cells as the table has columns")
        rows.append(cells.map(TerminalText.escaped))
    }

    /// The table with its header, a row a line, two spaces between columns and none at the end of a line.
    package func text(paint: Paint = Paint(isOn: false)) -> String {
        let header = columns.map(\.title)
        let widths = columns.indices.map { column in
            ([header] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        let lines = [paint(line(header, widths), .emphasis)] + rows.map { line($0, widths) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = columns.indices.map { column in
            let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
            return columns[column].alignment == .leading ? cells[column] + space : space + cells[column]
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
