package import Addressing
import Chronology
import GRDB

extension Cache {
    /// What changed about an address over time, as all vantage points saw it, oldest first.
    ///
    /// - Throws: ``CacheError``.
    package func history(of address: IPAddress, vrf: String) throws(CacheError) -> [AddressChange] {
        try read { database in
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT change.at, change.vantage, run.tool, change.field, change.before, change.after
                    FROM change JOIN run ON run.id = change.run
                    WHERE change.vrf = ? AND change.address = ? ORDER BY change.at, change.id
                    """,
                arguments: [vrf, address.sortableBytes])
            var changes: [AddressChange] = []
            while let row = try cursor.next() {
                var columns = ColumnReader(row)
                changes.append(
                    AddressChange(
                        at: try columns.moment(), vantage: try columns.text(), tool: try columns.text(),
                        address: address, field: ChangedField(try columns.text()),
                        before: try columns.textIfPresent(), after: try columns.textIfPresent()))
            }
            return changes
        }
    }
}
