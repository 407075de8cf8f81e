package import JSONShapes
import Reports

/// Objects of one kind as rows and columns, of which users choose those that they want to see.
package struct Listing: Sendable {
    /// What is known about a column besides its values.
    struct Column: Sendable {
        let key: String
        let schema: JSONSchema
        let summary: String
        let isShown: Bool
    }

    private(set) var columns: [Column]
    private(set) var rows: [[JSON]]

    /// Makes a listing of objects.
    init<Row>(_ columns: [ListColumn<Row>], of rows: [Row]) {
        self.columns = columns.map {
            Column(key: $0.key, schema: $0.schema, summary: $0.summary, isShown: $0.isShown)
        }
        self.rows = rows.map { row in columns.map { $0.value(row) } }
    }

    /// The rows that a query asks for, in its order and with its columns.
    ///
    /// - Throws: ``ListError`` if there is no column of a name.
    package func answering(_ query: ListQuery, of kind: ListKind) throws(ListError) -> Listing {
        var listing = self
        for (key, wanted) in query.conditionsByColumn {
            let place = try place(of: key, in: kind)
            listing.rows.removeAll { row in !wanted.contains { $0.matches(row[place]) } }
        }
        if let sort = query.sort {
            let isDescending = sort.hasPrefix("-")
            let place = try place(of: isDescending ? String(sort.dropFirst()) : sort, in: kind)
            listing.rows = Self.sorted(listing.rows, by: place, isDescending: isDescending)
        }
        guard let chosen = query.columns else { return listing }
        var places: [Int] = []
        for key in chosen { places.append(try self.place(of: key, in: kind)) }
        listing.columns = places.map { columns[$0].shown }
        listing.rows = listing.rows.map { row in places.map { row[$0] } }
        return listing
    }

    private func place(of key: String, in kind: ListKind) throws(ListError) -> Int {
        guard let place = columns.firstIndex(where: { $0.key == key }) else {
            throw ListError(noColumn: key, among: columns.map(\.key), of: kind)
        }
        return place
    }

    /// The rows by one column; those that are equal there stay in their order, and empty ones come last.
    private static func sorted(_ rows: [[JSON]], by place: Int, isDescending: Bool) -> [[JSON]] {
        let keyed = rows.enumerated().map { (key: SortKey($1[place]), index: $0) }
        return keyed.sorted { left, right in
            if left.key == right.key { return left.index < right.index }
            if left.key == .nothing || right.key == .nothing { return right.key == .nothing }
            return isDescending ? right.key < left.key : left.key < right.key
        }.map { rows[$0.index] }
    }

    // MARK: Printing

    /// The rows as a table for terminals.
    package var table: String {
        let places = columns.indices.filter { columns[$0].isShown }
        var table = TextTable(
            places.map { place in
                TextTable.Column(
                    columns[place].key.uppercased().replacing("_", with: " "),
                    rows.contains { $0[place].isNumber } ? .trailing : .leading)
            })
        for row in rows { table.add(places.map { row[$0].cellText }) }
        return table.text()
    }

    /// The rows as CSV with all columns.
    package var csv: String {
        var csv = CSVText()
        csv.append(row: columns.map(\.key))
        for row in rows { csv.append(row: row.map(\.cellText)) }
        return csv.text
    }

    /// The rows as a JSON array of objects with all columns.
    package var json: JSON {
        .array(rows.map { row in .object(zip(columns, row).map { JSON.Member($0.key, $1) }) })
    }

    /// What ``json`` follows, if no columns are chosen.
    package var schema: JSONSchema {
        .array(
            of: .object(columns.map { ($0.key, $0.schema.describing($0.summary)) }, required: columns.map(\.key)))
    }
}

extension Listing.Column {
    fileprivate var shown: Self { Self(key: key, schema: schema, summary: summary, isShown: true) }
}

extension JSON {
    fileprivate var isNumber: Bool { if case .integer = self { true } else { false } }
}
