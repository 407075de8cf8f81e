import Foundation
import GRDB
import Observations

/// The addresses whose last news about their name is that they have none any more, each as a vantage point knows it.
///
/// A row without a name does not tell whether a DNS server took it away or nobody asked: the history does.
struct ClearedNames {
    private var keys: Set<AddressKey> = []

    /// Reads the history.
    init(_ database: Database) throws {
        // At one moment a name counts more than none, so that it makes no difference which cache came first.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT vrf, address, vantage, after FROM change WHERE field = 'name'
                ORDER BY at, after IS NOT NULL, id
                """)
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            let key = AddressKey(vrf: try columns.text(), address: try columns.address(), vantage: try columns.text())
            if try columns.textIfPresent() == nil {
                keys.insert(key)
            } else {
                keys.remove(key)
            }
        }
    }

    /// What is known of an address, without a name that it no longer has.
    func cleared(_ state: AddressState) -> AddressState {
        guard state.latest.name != nil, keys.contains(state.key) else { return state }
        var state = state
        state.latest.name = nil
        return state
    }

    /// Takes the names away from the rows of these addresses.
    func clear(in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE address SET name = NULL WHERE vrf = ? AND address = ? AND vantage = ? AND name IS NOT NULL")
        for key in keys { try statement.execute(arguments: [key.vrf, key.address.sortableBytes, key.vantage]) }
    }
}

extension Observation {
    /// Whether its evidence has the word of a DNS server that the address has no name, as the scanner writes it down.
    var isFoundNameless: Bool { name == nil && evidence.contains { $0.probe == "ptr" && $0.outcome == "no name" } }
}
