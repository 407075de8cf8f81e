import Addressing
import Chronology
import GRDB
import Observations

/// Reads what DHCP servers had handed out.
struct LeaseRecords {
    private static let columns = "vrf, address, vantage, tool, mac, name, expires, at"

    let database: Database

    /// All leases, sorted by VRF, address, vantage point and tool.
    func fetchAll() throws -> [DHCPLease] {
        try leases(
            try Row.fetchCursor(
                database, sql: "SELECT \(Self.columns) FROM lease ORDER BY vrf, address, vantage, tool"))
    }

    /// The leases of one server.
    func fetch(vantage: String, tool: String) throws -> [DHCPLease] {
        try leases(
            try Row.fetchCursor(
                database,
                sql: "SELECT \(Self.columns) FROM lease WHERE vantage = ? AND tool = ? ORDER BY vrf, address",
                arguments: [vantage, tool]))
    }

    private func leases(_ cursor: RowCursor) throws -> [DHCPLease] {
        var leases: [DHCPLease] = []
        while let row = try cursor.next() {
            var columns = ColumnReader(row)
            leases.append(
                DHCPLease(
                    vrf: try columns.text(), address: try columns.address(), vantage: try columns.text(),
                    tool: try columns.text(), mac: try columns.macIfPresent(), name: try columns.textIfPresent(),
                    expires: try columns.momentIfPresent(), at: try columns.moment()))
        }
        return leases
    }
}
