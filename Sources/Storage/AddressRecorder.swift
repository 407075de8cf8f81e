import Addressing
import Chronology
import GRDB
import Observations

/// Writes what one run saw about addresses, and what that changes.
struct AddressRecorder {
    private let run: Int64
    private let vantage: String
    private let addressStatement: Statement
    private let serviceStatement: Statement
    private let changeStatement: Statement
    private var records: AddressRecords
    private var evidence = EvidenceText()

    init(database: Database, run: Int64, vantage: String) throws {
        self.run = run
        self.vantage = vantage
        records = AddressRecords(database: database)
        addressStatement = try database.cachedStatement(
            sql: """
                INSERT INTO address VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at, mac = excluded.mac,
                    name = excluded.name, round_trip = excluded.round_trip, evidence = excluded.evidence,
                    first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                    silent_since = excluded.silent_since, run = excluded.run
                """)
        serviceStatement = try database.cachedStatement(
            sql: """
                INSERT INTO service VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, product = excluded.product,
                    last_seen = excluded.last_seen
                """)
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
        var states: [IPAddress: AddressState] = [:]
        states.reserveCapacity(max(known.count, observations.count))
        for state in known { states[state.latest.address] = state }
        for observation in observations {
            let before = states[observation.address]
            guard let after = Self.learn(observation, vantage: vantage, before: before) else { continue }
            try write(after, observation: observation)
            for change in after.changes(since: before) { try write(change, about: observation) }
            states[observation.address] = after
        }
    }

    private static func learn(_ observation: Observation, vantage: String, before: AddressState?) -> AddressState? {
        guard var state = before else { return AddressState(vantage: vantage, first: observation) }
        return state.learn(observation) ? state : nil
    }

    private mutating func write(_ state: AddressState, observation: Observation) throws {
        let latest = state.latest
        let address = latest.address.sortableBytes
        try addressStatement.execute(arguments: [
            latest.vrf, address, vantage, latest.verdict.rawValue, latest.at.seconds,
            latest.mac?.sortableBytes, latest.name, latest.roundTrip, try evidence.encode(latest.evidence),
            state.firstSeen?.seconds, state.lastSeen?.seconds, state.silentSince?.seconds, run,
        ])
        // Only services that this observation named and that were taken over have its time.
        guard latest.at == observation.at, !observation.services.isEmpty else { return }
        let named = Set(observation.services.map(\.port))
        for service in latest.services where named.contains(service.port) {
            try serviceStatement.execute(arguments: [
                latest.vrf, address, vantage, service.port, service.state, service.product, latest.at.seconds,
            ])
        }
    }

    private func write(_ change: FieldChange, about observation: Observation) throws {
        try changeStatement.execute(arguments: [
            observation.at.seconds, run, observation.vrf, observation.address.sortableBytes, vantage,
            change.field.description, change.before, change.after,
        ])
    }
}
