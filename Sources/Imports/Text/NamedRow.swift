import Addressing
import InventoryModel

/// A row whose cells are asked for by name, and which knows what nobody asked for.
struct NamedRow {
    let origin: Origin
    /// Reads values and notes what cannot be one.
    var values: CellValues
    private let row: TableRow
    private let table: ImportTable
    private var asked: Set<Int> = []

    init(_ row: TableRow, of table: ImportTable) {
        self.row = row
        self.table = table
        origin = row.origin
        values = CellValues(row.origin)
    }

    /// Whether nothing was refused so far.
    var isSound: Bool { values.isSound }

    /// Whether the table has such a column.
    func has(_ key: String) -> Bool { table.has(key) }

    /// The text under the first of these names that has one.
    mutating func text(_ keys: String...) -> String? {
        var found: String?
        for key in keys {
            guard let place = table.place(of: key) else { continue }
            asked.insert(place)
            if found == nil { found = row[place] }
        }
        return found
    }

    /// The text under the first of these names that has one, fit for a name.
    mutating func name(_ keys: String..., draft: inout Draft) -> String? {
        for key in keys {
            if let text = text(key) { return values.name(text, key, &draft) }
        }
        return nil
    }

    /// The text under the first of these names that has one, on one line.
    mutating func line(_ keys: String..., draft: inout Draft) -> String? {
        for key in keys {
            if let text = text(key) { return values.line(text, key, &draft) }
        }
        return nil
    }

    /// Takes note that columns say nothing that would be missed.
    mutating func passOver(_ keys: String...) {
        for key in keys { if let place = table.place(of: key) { asked.insert(place) } }
    }

    /// Says which cells have no place in an inventory, all of a row at once.
    func remarkOnRest(of title: String, _ draft: inout Draft) {
        let rest = table.titles.indices.compactMap { place -> String? in
            guard !asked.contains(place), let text = row[place], !Self.saysNothing.contains(text.lowercased()) else {
                return nil
            }
            return "\(table.titles[place]) '\(text.prefix(60))'"
        }
        guard !rest.isEmpty else { return }
        draft.remark(
            .loss, origin, "\(title): left out, since an inventory has no place for it: \(rest.joined(separator: ", "))"
        )
    }

    private static let saysNothing: Set<String> = ["false", "no", "0", "—", "-", "none"]
}
