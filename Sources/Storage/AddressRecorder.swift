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
    private var stretches: StretchRecords
    private var evidence = EvidenceText()

    init(database: Database, run: Int64, vantage: String) throws {
        self.run = run
        self.vantage = vantage
        records = AddressRecords(database: database)
        stretches = StretchRecords(database: database)
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
        var draft = try draft(vrf: first.vrf, from: first.address, to: last.address)
        var steps: [(observation: Observation, before: AddressState?, after: AddressState)] = []
        var index = observations.startIndex
        while index < observations.endIndex {
            let address = observations[index].address
            let end = observations[index...].prefix { $0.address == address }.endIndex
            defer { index = end }
            if end - index == 1, draft.takeBareNews(observations[index], by: run) { continue }
            var state = draft.known(of: address)
            steps.removeAll(keepingCapacity: true)
            for observation in observations[index..<end] {
                guard let after = Self.learn(observation, vantage: vantage, before: state) else { continue }
                steps.append((observation, state, after))
                state = after
            }
            guard let after = steps.last?.after else { continue }
            let key = address.sortableBytes
            try write(after, address: key, into: &draft)
            for step in steps {
                try writeServices(of: step.after, address: key, observation: step.observation)
                for change in step.after.changes(since: step.before) {
                    try write(change, address: key, about: step.observation)
                }
            }
        }
        try save(draft)
    }

    /// Joins what another cache knows about addresses of one VRF, sorted, with what this one does; returns how many of
    /// them that was something new for.
    mutating func adopt(_ states: ArraySlice<AddressState>) throws -> Int {
        guard let first = states.first?.latest, let last = states.last?.latest else { return 0 }
        var draft = try draft(vrf: first.vrf, from: first.address, to: last.address)
        var count = 0
        for state in states {
            let known = draft.known(of: state.latest.address)
            let joined = known?.joined(with: state) ?? state
            guard joined != known else { continue }
            let address = joined.latest.address.sortableBytes
            try write(joined, address: address, into: &draft)
            for service in joined.latest.services {
                try write(service, of: joined.latest, address: address)
            }
            count += 1
        }
        try save(draft)
        return count
    }

    private mutating func draft(vrf: String, from first: IPAddress, to last: IPAddress) throws -> AddressDraft {
        AddressDraft(
            rows: try records.fetch(vrf: vrf, from: first, to: last, vantage: vantage),
            stretches: try stretches.fetch(vrf: vrf, from: first, to: last, vantage: vantage))
    }

    private mutating func save(_ draft: AddressDraft) throws {
        try stretches.take(draft.taken, outOf: draft.stretches)
        try stretches.insert(draft.bare)
    }

    private static func learn(_ observation: Observation, vantage: String, before: AddressState?) -> AddressState? {
        guard var state = before else { return AddressState(vantage: vantage, first: observation) }
        return state.learn(observation) ? state : nil
    }

    /// Writes what is now known of the address that the draft was last asked for.
    private mutating func write(_ state: AddressState, address: Data, into draft: inout AddressDraft) throws {
        guard !draft.takeBare(state, by: run) else { return }
        let latest = state.latest
        try (draft.hasRow ? update : insertion).run([
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
