import Addressing
import Chronology
import Foundation
import GRDB
import Observations

/// Writes and reads runs and what they covered.
struct RunRecords {
    /// What a run must be to be remembered as a subnet's latest.
    private enum Standard: String {
        case any, complete, full
    }

    let database: Database

    /// Stores a run and gives its number.
    func insert(_ run: ScanRun) throws -> Int64 {
        let notices = String(decoding: try JSONEncoder().encode(run.notices), as: UTF8.self)
        try database.execute(
            sql: "INSERT INTO run (vantage, tool, started, ended, state, notices) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                run.vantage.withoutNUL, run.tool.withoutNUL, run.started.seconds, run.ended.seconds,
                run.state.rawValue, notices,
            ])
        let id = database.lastInsertedRowID
        for coverage in run.coverage { try insert(coverage, of: run, id: id) }
        return id
    }

    private func insert(_ coverage: SubnetCoverage, of run: ScanRun, id: Int64) throws {
        let vrf = coverage.vrf.withoutNUL
        let prefix = coverage.prefix.description
        // A subnet that stands twice in a run's coverage counts once, the last time.
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            id, vrf, prefix, coverage.targets, coverage.count(.alive), coverage.count(.silent),
            coverage.count(.unreachable), coverage.count(.unknown),
        ])
        let isComplete = run.state == .complete
        var standards: [Standard] = [.any]
        if isComplete { standards.append(.complete) }
        if isComplete && coverage.isFull { standards.append(.full) }
        let latest = try database.cachedStatement(
            sql: """
                INSERT INTO latest_scan VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET run = excluded.run, ended = excluded.ended WHERE excluded.ended >= ended
                """)
        for standard in standards {
            try latest.execute(arguments: [
                run.vantage.withoutNUL, vrf, prefix, standard.rawValue, id, run.ended.seconds,
            ])
        }
    }

    /// The number of a run that is stored already; nil if none is like it.
    func number(of run: ScanRun) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT id FROM run WHERE vantage = ? AND ended = ? AND tool = ? AND started = ? AND state = ?
                """)
        return try Int64.fetchOne(
            statement,
            arguments: [
                run.vantage.withoutNUL, run.ended.seconds, run.tool.withoutNUL, run.started.seconds,
                run.state.rawValue,
            ])
    }

    /// All runs with their numbers, in the order in which they were stored.
    func fetchAll() throws -> [(number: Int64, run: ScanRun)] {
        try fetch(coverageWhere: "TRUE", runsWhere: "TRUE ORDER BY id")
    }

    /// The runs that are some subnet's latest by any standard, newest first, with all that they covered.
    func fetchLatest() throws -> [ScanRun] {
        let latest = "IN (SELECT run FROM latest_scan)"
        return try fetch(coverageWhere: "run \(latest)", runsWhere: "id \(latest) ORDER BY ended DESC, id DESC").map(
            \.run)
    }

    private func fetch(coverageWhere: String, runsWhere: String) throws -> [(number: Int64, run: ScanRun)] {
        var coverage: [Int64: [SubnetCoverage]] = [:]
        let covered = try Row.fetchCursor(
            database,
            sql: """
                SELECT run, vrf, prefix, targets, alive, silent, unreachable, unknown FROM coverage
                WHERE \(coverageWhere)
                """)
        while let row = try covered.next() {
            var columns = ColumnReader(row)
            coverage[try columns.integer(), default: []].append(try Self.coverage(&columns))
        }
        let runs = try Row.fetchCursor(
            database,
            sql: "SELECT id, vantage, tool, started, ended, state, notices FROM run WHERE \(runsWhere)")
        var result: [(number: Int64, run: ScanRun)] = []
        while let row = try runs.next() {
            var columns = ColumnReader(row)
            let id = try columns.integer()
            result.append((id, try Self.run(&columns, coverage: coverage[id] ?? [])))
        }
        return result
    }

    private static func run(_ columns: inout ColumnReader, coverage: [SubnetCoverage]) throws -> ScanRun {
        ScanRun(
            vantage: try columns.text(), tool: try columns.text(), started: try columns.moment(),
            ended: try columns.moment(), state: try columns.value(ScanRun.State.init(rawValue:)),
            notices: try JSONDecoder().decode([String].self, from: Data(try columns.text().utf8)),
            coverage: coverage.sorted { ($0.vrf, $0.prefix) < ($1.vrf, $1.prefix) })
    }

    private static func coverage(_ columns: inout ColumnReader) throws -> SubnetCoverage {
        let vrf = try columns.text()
        let prefix = try columns.value { IPPrefix($0) }
        let targets = Int(try columns.integer())
        var verdicts: [Verdict: Int] = [:]
        for verdict in [Verdict.alive, .silent, .unreachable, .unknown] {
            let count = Int(try columns.integer())
            if count > 0 { verdicts[verdict] = count }
        }
        return SubnetCoverage(vrf: vrf, prefix: prefix, targets: targets, verdicts: verdicts)
    }
}
