/// A table with a header, row by row, as the formats that come as tables read it.
struct ImportTable {
    /// The names of the columns, as they are compared.
    let keys: [String]
    /// The names of the columns, as they are written.
    let titles: [String]
    private let places: [String: Int]
    private let text: ImportText
    private var rows: DelimitedRows

    /// Reads the header; nil, and a remark, if there is none that can be used.
    init?(_ text: ImportText, _ journal: inout some RowJournal) {
        self.text = text
        rows = DelimitedRows(text.bytes)
        guard rows.next() else {
            journal.refuse(text.whole, "the file is empty: the first line has to name the columns")
            return nil
        }
        if let flaw = rows.flaw {
            journal.refuse(text.origin(row: rows.line), flaw.rawValue)
            return nil
        }
        let names = rows.texts
        titles = names
        keys = names.map(text.key(of:))
        var places: [String: Int] = [:]
        for (place, key) in keys.enumerated() where !key.isEmpty {
            if let first = places.updateValue(place, forKey: key) {
                journal.remark(
                    .refusal, text.origin(row: rows.line), column: names[place],
                    "columns \(first + 1) and \(place + 1) are both called '\(key)': rename one, or use --map")
                return nil
            }
        }
        self.places = places
    }

    /// The place of the first of these columns that there is.
    func place(of keys: String...) -> Int? { keys.lazy.compactMap { places[$0] }.first }

    /// The place of a column.
    func place(of key: String) -> Int? { places[key] }

    /// Whether there is a column.
    func has(_ key: String) -> Bool { places[key] != nil }

    /// What is left of the table in parts of about so many bytes, each of whole rows.
    func parts(of size: Int) -> [ImportTable] {
        rows.parts(of: size).map { rows in
            var part = self
            part.rows = rows
            return part
        }
    }

    /// Reads the next row that is in order and wanted; what is not in order is remarked on.
    mutating func next(_ journal: inout some RowJournal) -> TableRow? {
        while rows.next() {
            let origin = text.origin(row: rows.line)
            journal.countRow()
            if journal.isSkipped(origin) { continue }
            if let flaw = rows.flaw {
                // Nobody knows how many rows the open quote swallows.
                journal.remark(flaw == .unclosedQuote ? .refusal : .fault, origin, flaw.rawValue)
            } else if rows.cells.count < titles.count {
                journal.remark(
                    .fault, origin,
                    "the row has \(rows.cells.count) cells and the header \(titles.count) columns: is a separator missing?"
                )
            } else if let extra = rows.cells.dropFirst(titles.count).first(where: { !$0.range.isEmpty }) {
                let shown = CellText.text(rows.bytes, extra) ?? ""
                journal.remark(
                    .fault, origin,
                    "'\(shown.prefix(40))' stands beyond the last column: a cell with a separator in it needs quotes")
            } else {
                return TableRow(origin: origin, bytes: rows.bytes, cells: rows.cells)
            }
        }
        return nil
    }
}

/// A row of a table, which has a cell for each column.
struct TableRow {
    let origin: Origin
    private let bytes: [UInt8]
    private let cells: [DelimitedRows.Cell]

    init(origin: Origin, bytes: [UInt8], cells: [DelimitedRows.Cell]) {
        self.origin = origin
        self.bytes = bytes
        self.cells = cells
    }

    /// The text of a cell; nil if it is empty, or there is no such column.
    subscript(place: Int?) -> String? {
        guard let place, !cells[place].range.isEmpty else { return nil }
        return CellText.text(bytes, cells[place])
    }

    /// Whether a cell is empty, or there is no such column.
    func isEmpty(_ place: Int?) -> Bool {
        place.map { cells[$0].range.isEmpty } ?? true
    }

    /// Whether neighbouring cells hold the same bytes as those of another row of the same table.
    func says(_ places: ClosedRange<Int>, as other: TableRow) -> Bool {
        let (first, last) = (cells[places.lowerBound], cells[places.upperBound])
        let (otherFirst, otherLast) = (other.cells[places.lowerBound], other.cells[places.upperBound])
        let own = first.range.lowerBound..<last.range.upperBound
        let others = otherFirst.range.lowerBound..<otherLast.range.upperBound
        // What stands between them is compared with its quotes.
        return first.isQuoted == otherFirst.isQuoted && last.isQuoted == otherLast.isQuoted
            && own.count == others.count && bytes[own].elementsEqual(other.bytes[others])
    }
}
