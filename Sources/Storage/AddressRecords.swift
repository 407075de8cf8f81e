import Addressing
import Chronology
import Foundation
import GRDB
import Observations

/// Reads rows about addresses, joining each with its services.
struct AddressRecords {
    private static let addressColumns = """
        vrf, address, vantage, verdict, at, mac, name, round_trip, evidence, first_seen, last_seen, silent_since,
            rivals
        """
    private static let serviceColumns = "vrf, address, vantage, port, state, product"

    let database: Database
    private var evidence = EvidenceText()

    init(database: Database) {
        self.database = database
    }

    /// All that is known, in the order of the primary key.
    mutating func fetchAll() throws -> [AddressState] {
        try fetch(
            addresses: try Row.fetchCursor(
                database, sql: "SELECT \(Self.addressColumns) FROM address ORDER BY vrf, address, vantage"),
            services: try Row.fetchCursor(
                database, sql: "SELECT \(Self.serviceColumns) FROM service ORDER BY vrf, address, vantage, port"))
    }

    /// What a vantage point knows about the addresses from `first` to `last`.
    mutating func fetch(vrf: String, from first: IPAddress, to last: IPAddress, vantage: String) throws
        -> [AddressState]
    {
        let scope = "WHERE vrf = ? AND address BETWEEN ? AND ? AND vantage = ?"
        let arguments: StatementArguments = [vrf, first.sortableBytes, last.sortableBytes, vantage]
        return try fetch(
            addresses: try Row.fetchCursor(
                try database.cachedStatement(
                    sql: "SELECT \(Self.addressColumns) FROM address \(scope) ORDER BY address"),
                arguments: arguments),
            services: try Row.fetchCursor(
                try database.cachedStatement(
                    sql: "SELECT \(Self.serviceColumns) FROM service \(scope) ORDER BY address, port"),
                arguments: arguments))
    }

    /// Joins two cursors that run in the same order.
    private mutating func fetch(addresses: RowCursor, services: RowCursor) throws -> [AddressState] {
        var states: [AddressState] = []
        var service = try Self.nextService(services)
        while let row = try addresses.next() {
            var columns = ColumnReader(row)
            var state = try self.state(&columns)
            while let next = service, next.key == state.key {
                state.latest.services.append(next.service)
                service = try Self.nextService(services)
            }
            states.append(state)
        }
        // A service without an address is something the foreign key forbids.
        guard service == nil else { throw ColumnReader.Malformed(column: 0) }
        return states
    }

    private mutating func state(_ columns: inout ColumnReader) throws -> AddressState {
        let key = try Self.key(&columns)
        let observation = Observation(
            vrf: key.vrf, address: key.address, verdict: try columns.value(Verdict.init(rawValue:)),
            at: try columns.moment(), mac: try columns.macIfPresent(), name: try columns.textIfPresent(),
            roundTrip: try columns.integerIfPresent())
        var state = AddressState(
            vantage: key.vantage, latest: observation, firstSeen: nil, lastSeen: nil, silentSince: nil)
        state.latest.evidence = try evidence.decode(try columns.text())
        state.firstSeen = try columns.momentIfPresent()
        state.lastSeen = try columns.momentIfPresent()
        state.silentSince = try columns.momentIfPresent()
        state.latest.rivals = try columns.macs()
        return state
    }

    private static func nextService(_ cursor: RowCursor) throws -> (key: AddressKey, service: ObservedService)? {
        guard let row = try cursor.next() else { return nil }
        var columns = ColumnReader(row)
        let key = try key(&columns)
        return (
            key,
            ObservedService(
                port: try columns.text(), state: try columns.text(), product: try columns.textIfPresent())
        )
    }

    private static func key(_ columns: inout ColumnReader) throws -> AddressKey {
        AddressKey(vrf: try columns.text(), address: try columns.address(), vantage: try columns.text())
    }
}

extension AddressState {
    /// What identifies the row.
    var key: AddressKey { AddressKey(vrf: latest.vrf, address: latest.address, vantage: vantage) }
}
