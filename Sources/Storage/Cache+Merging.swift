import Addressing
import Chronology
import GRDB
import Observations

/// What a merge took over.
package struct CacheMerge: Hashable, Sendable {
    /// Runs that were not known before.
    package internal(set) var runs = 0
    /// Addresses about which something new was learned, once for each vantage point.
    package internal(set) var addresses = 0
    /// Entries of the history.
    package internal(set) var changes = 0
    /// Leases.
    package internal(set) var leases = 0
}

extension Cache {
    /// Takes in all that another cache knows, all of it or nothing; doing so again changes nothing.
    ///
    /// Vantage points stay apart, so that caches of several join without loss. Where both know the same vantage point,
    /// the newer verdict holds, the first sighting is the earlier one, and the last the later. A name that was taken away
    /// does not come back. Of a DHCP server's leases the newer list holds.
    /// - Throws: ``CacheError``; then nothing was taken over.
    package func merge(_ other: Cache) throws(CacheError) -> CacheMerge {
        try write { database in
            try other.read { source in
                var merger = CacheMerger(from: source, into: database)
                try merger.mergeRuns()
                // The history comes before the addresses, since it says which names are gone.
                try merger.mergeChanges()
                try merger.mergeAddresses()
                try merger.mergeLeases()
                return merger.outcome
            }
        }
    }
}

/// One merge under way.
private struct CacheMerger {
    private(set) var outcome = CacheMerge()
    private let source: Database
    private let database: Database
    /// The numbers here of the runs there.
    private var runs: [Int64: Int64] = [:]
    private var newRuns: Set<Int64> = []

    init(from source: Database, into database: Database) {
        self.source = source
        self.database = database
    }

    /// A row refers to a run that is not there.
    private struct MissingRun: Error {
        let run: Int64
    }

    private func run(_ number: Int64) throws -> Int64 {
        guard let run = runs[number] else { throw MissingRun(run: number) }
        return run
    }

    mutating func mergeRuns() throws {
        let here = RunRecords(database: database)
        for (number, run) in try RunRecords(database: source).fetchAll() {
            if let known = try here.number(of: run) {
                runs[number] = known
            } else {
                runs[number] = try here.insert(run)
                newRuns.insert(number)
                outcome.runs += 1
            }
        }
    }

    mutating func mergeAddresses() throws {
        struct Scan: Hashable {
            let run: Int64
            let vantage: String
        }
        var records = AddressRecords(database: source)
        var stretches = StretchRecords(database: source)
        let numbers = try Int64.fetchAll(source, sql: "SELECT run FROM address ORDER BY vrf, address, vantage")
        let names = try ClearedNames(database)
        var states: [Scan: [AddressState]] = [:]
        for (state, number) in zip(try records.fetchAll(), numbers) {
            let scan = Scan(run: try run(number), vantage: state.vantage)
            states[scan, default: []].append(names.cleared(state))
        }
        for stretch in try stretches.fetchAll() {
            let scan = Scan(run: try run(stretch.finding.run), vantage: stretch.finding.vantage)
            states[scan, default: []] += stretch.addresses.map(stretch.state)
        }
        for (scan, states) in states {
            var recorder = try AddressRecorder(database: database, run: scan.run, vantage: scan.vantage)
            for neighbours in states.sortedByKey.neighbourhoods({ ($0.latest.vrf, $0.latest.address) }) {
                outcome.addresses += try recorder.adopt(neighbours)
            }
        }
        try names.clear(in: database)
    }

    mutating func mergeChanges() throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO change (at, run, vrf, address, vantage, field, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let rows = try Row.fetchCursor(
            source, sql: "SELECT run, at, vrf, address, vantage, field, before, after FROM change ORDER BY id")
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            let number = try columns.integer()
            guard newRuns.contains(number) else { continue }
            try statement.execute(arguments: [
                try columns.moment().seconds, try run(number), try columns.text(),
                try columns.address().sortableBytes, try columns.text(), try columns.text(),
                try columns.textIfPresent(), try columns.textIfPresent(),
            ])
            outcome.changes += 1
        }
    }

    mutating func mergeLeases() throws {
        struct Server: Hashable {
            let vantage: String
            let tool: String
            let vrf: String
        }
        let numbers = try Int64.fetchAll(source, sql: "SELECT run FROM lease ORDER BY vrf, address, vantage, tool")
        let leases = zip(try LeaseRecords(database: source).fetchAll(), numbers)
        let servers = Dictionary(grouping: leases) {
            Server(vantage: $0.0.vantage, tool: $0.0.tool, vrf: $0.0.vrf)
        }
        for (server, leases) in servers {
            let known = try LeaseRecords(database: database).fetch(vantage: server.vantage, tool: server.tool)
                .filter { $0.vrf == server.vrf }
            guard let newest = leases.map(\.0.at).max(), known.allSatisfy({ $0.at < newest }) else { continue }
            for lease in known { try LeaseRecorder(database: database, run: 0).delete(lease) }
            for (lease, number) in leases {
                try LeaseRecorder(database: database, run: try run(number)).write(lease)
                outcome.leases += 1
            }
        }
    }
}
