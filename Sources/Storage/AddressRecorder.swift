import Addressing
import Chronology
import Foundation
import GRDB
import Observations

/// Writes what one run saw about addresses, and what that changes.
struct AddressRecorder {
    private let run: Int64
    private let vantage: String
    private let insertion: Statement
    private let update: Statement
    private let serviceStatement: Statement
    private let changeStatement: Statement
    private var records: AddressRecords
    private var evidence = EvidenceText()

    init(database: Database, run: Int64, vantage: String) throws {
        self.run = run
        self.vantage = vantage
        records = AddressRecords(database: database)
        // Two statements rather than an upsert, for which SQLite makes a temporary table each time.
        insertion = try database.cachedStatement(
            sql: """
                INSERT INTO address (verdict, at, mac, name, round_trip, evidence, first_seen, last_seen, silent_since,
                    rivals, run, vrf, address, vantage)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        update = try database.cachedStatement(
            sql: """
                UPDATE address SET verdict = ?, at = ?, mac = ?, name = ?, round_trip = ?, evidence = ?, first_seen = ?,
                    last_seen = ?, silent_since = ?, rivals = ?, run = ?
                WHERE vrf = ? AND address = ? AND vantage = ?
                """)
        serviceStatement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO service VALUES (?, ?, ?, ?, ?, ?, ?)")
        changeStatement = try database.cachedStatement(
            sql: """
                INSERT INTO change (at, run, vrf, address, vantage, field, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// Takes in observations of one VRF, sorted by address; what is known about them is read in one go.
    mutating func record(_ observations: ArraySlice<Observation>) throws {
        guard let first = observations.first, let last = observations.last else { return }
        let known = try records.fetch(vrf: first.vrf, from: first.address, to: last.address, vantage: vantage)
        var remaining = known[...]
        var before: AddressState?
        for observation in observations {
            if before?.latest.address != observation.address {
                remaining = remaining.drop { $0.latest.address < observation.address }
                before = remaining.first.flatMap { $0.latest.address == observation.address ? $0 : nil }
            }
            guard let after = Self.learn(observation, vantage: vantage, before: before) else { continue }
            let address = observation.address.sortableBytes
            try write(after, by: before == nil ? insertion : update, address: address)
            try writeServices(of: after, address: address, observation: observation)
            for change in after.changes(since: before) { try write(change, address: address, about: observation) }
            before = after
        }
    }

    /// Joins what another cache knows about an address with what this one does; false if that is nothing new.
    mutating func adopt(_ state: AddressState) throws -> Bool {
        let known = try records.fetch(
            vrf: state.latest.vrf, from: state.latest.address, to: state.latest.address, vantage: state.vantage)
        let joined = known.first.map { $0.joined(with: state) } ?? state
        guard joined != known.first else { return false }
        let address = joined.latest.address.sortableBytes
        try write(joined, by: known.isEmpty ? insertion : update, address: address)
        for service in joined.latest.services {
            try write(service, of: joined.latest, address: address)
        }
        return true
    }

    private static func learn(_ observation: Observation, vantage: String, before: AddressState?) -> AddressState? {
        guard var state = before else { return AddressState(vantage: vantage, first: observation) }
        return state.learn(observation) ? state : nil
    }

    private mutating func write(_ state: AddressState, by statement: Statement, address: Data) throws {
        let latest = state.latest
        try statement.run([
            latest.verdict.rawValue, latest.at.seconds, latest.mac?.sortableBytes, latest.name, latest.roundTrip,
            try evidence.encode(latest.evidence), state.firstSeen?.seconds, state.lastSeen?.seconds,
            state.silentSince?.seconds, latest.rivals.sortableBytes, run, latest.vrf, address, vantage,
        ])
    }

    private func writeServices(of state: AddressState, address: Data, observation: Observation) throws {
        // Only services that this observation named, and that were taken over, have its time.
        guard state.latest.at == observation.at, !observation.services.isEmpty else { return }
        let named = Set(observation.services.map(\.port))
        for service in state.latest.services where named.contains(service.port) {
            try write(service, of: observation, address: address)
        }
    }

    private func write(_ service: ObservedService, of observation: Observation, address: Data) throws {
        try serviceStatement.run([
            observation.vrf, address, vantage, service.port, service.state, service.product, observation.at.seconds,
        ])
    }

    private func write(_ change: FieldChange, address: Data, about observation: Observation) throws {
        try changeStatement.run([
            observation.at.seconds, run, observation.vrf, address, vantage,
            change.field.description, change.before, change.after,
        ])
    }
}

extension Statement {
    /// Executes with as many arguments as the statement has parameters; GRDB's check of that costs more than SQLite.
    fileprivate func run(_ arguments: StatementArguments) throws {
        setUncheckedArguments(arguments)
        try execute()
    }
}
