import InventoryModel

/// Our own `export csv`, and any other table of addresses whose columns have the same names, or are given them.
package struct CSVImport: ImportFormat {
    package let name = "csv"
    package let summary = "a table of addresses: the columns of `export csv`, or others named with --map"

    /// Makes the format.
    package init() {}

    package var columns: [String] { AddressField.allCases.flatMap { [$0.key] + $0.otherNames } }

    package func recognises(_ beginning: String) -> Bool {
        Set(TableHeader.keys(of: beginning)).isSuperset(of: ["address", "kind", "device", "dns_names"])
    }

    /// Whether a file that no format recognises may be a table of addresses that somebody made by hand.
    ///
    /// - Parameter keys: the names of its columns.
    static func mayBe(_ keys: [String]) -> Bool {
        !Set(keys).isDisjoint(with: [AddressField.address.key] + AddressField.address.otherNames)
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        guard let table = ImportTable(file, &draft) else { return }
        let places = AddressField.allCases.map { field in
            ([field.key] + field.otherNames).lazy.compactMap { table.place(of: $0) }.first
        }
        guard places[AddressField.address.rawValue] != nil else {
            let names = table.titles.joined(separator: ", ")
            return draft.refuse(
                file.origin(row: 1),
                "no column is called 'address' (there are \(names)): say which one is meant with --map NAME=address")
        }
        remarkOnUnknownColumns(table, places, file, &draft)
        let skipped = draft.skipped
        // Parts are read on several threads, and put together in their order.
        draft = table.parts(of: Self.partSize).concurrentReduce(into: draft, workers: 2) { part in
            Self.records(of: part, places, skipping: skipped)
        } _: { draft, part in
            draft.take(part.notes)
            for record in part.records { record.add(to: &draft) }
        }
    }

    /// The most bytes that a thread reads at a time.
    private static let partSize = 1 << 18

    private static func records(
        of table: ImportTable, _ places: [Int?], skipping skipped: Set<Origin>
    ) -> (records: [AddressRecord], notes: RowNotes) {
        var table = table
        var notes = RowNotes(skipping: skipped)
        var reader = AddressRecordReader<RowFields>()
        let columns = Columns(places)
        var records: [AddressRecord] = []
        while let row = table.next(&notes) {
            let record = reader.record(RowFields(row: row, columns: columns), row.origin, &notes)
            if let record { records.append(record) }
        }
        return (records, notes)
    }

    private func remarkOnUnknownColumns(
        _ table: ImportTable, _ places: [Int?], _ file: ImportText, _ draft: inout Draft
    ) {
        let known = Set(places.compactMap(\.self))
        for (place, title) in table.titles.enumerated()
        where !known.contains(place) && !AddressField.observed.contains(table.keys[place]) && !title.isEmpty {
            draft.remark(
                .loss, file.origin(row: 1), column: title,
                "the column is left out: it is none of \(AddressField.allCases.map(\.key).joined(separator: ", ")); "
                    + "--map '\(title)=…' says that it is")
        }
    }

    /// Where the columns of a table stand.
    private struct Columns {
        /// The place of each field's column.
        let places: [Int?]
        /// The columns that tell of the subnet, in runs of neighbours, which are compared at once.
        let subnet: [ClosedRange<Int>]

        init(_ places: [Int?]) {
            self.places = places
            let told = [AddressField].subnetFields.compactMap { places[$0.rawValue] }.sorted()
            subnet = told.reduce(into: []) { runs, place in
                if let last = runs.last, last.upperBound + 1 == place {
                    runs[runs.count - 1] = last.lowerBound...place
                } else {
                    runs.append(place...place)
                }
            }
        }
    }

    /// The cells of a row by the fields that they stand for.
    private struct RowFields: AddressFields {
        let row: TableRow
        let columns: Columns

        func text(_ field: AddressField) -> String? { row[columns.places[field.rawValue]] }

        func list(_ field: AddressField) -> [String] {
            guard !row.isEmpty(columns.places[field.rawValue]) else { return [] }
            return text(field)?.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init) ?? []
        }

        func has(_ field: AddressField) -> Bool { columns.places[field.rawValue] != nil }

        func saysOfSubnet(as other: RowFields) -> Bool {
            columns.subnet.allSatisfy { row.says($0, as: other.row) }
        }
    }
}
