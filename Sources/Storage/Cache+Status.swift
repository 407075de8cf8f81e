import Addressing
import Chronology
import GRDB
import Observations

extension Cache {
    /// What the cache holds and how fresh it is.
    ///
    /// - Throws: ``CacheError``.
    package func status() throws(CacheError) -> CacheStatus {
        try read { database in
            func count(_ sql: String) throws -> Int64? { try Int64.fetchOne(database, sql: sql) }
            let pages = try count("PRAGMA page_count") ?? 0
            let pageSize = try count("PRAGMA page_size") ?? 0
            return CacheStatus(
                path: path,
                size: pages.multipliedReportingOverflow(by: pageSize).partialValue,
                schemaVersion: try CacheMigrations.migrator.appliedMigrations(database).count,
                runs: try count("SELECT count(*) FROM run") ?? 0,
                addresses: (try count("SELECT count(*) FROM address") ?? 0) + (try Self.addressesInStretches(database)),
                changes: try count("SELECT count(*) FROM change") ?? 0,
                leases: try count("SELECT count(*) FROM lease") ?? 0,
                oldestRun: try count("SELECT min(started) FROM run").map(Timestamp.init(seconds:)),
                newestRun: try count("SELECT max(ended) FROM run").map(Timestamp.init(seconds:)),
                vantages: try Self.vantages(database),
                subnets: try Self.subnets(database))
        }
    }

    private static func addressesInStretches(_ database: Database) throws -> Int64 {
        var stretches = StretchRecords(database: database)
        return try stretches.fetchAll().reduce(0) { $0 + Int64(clamping: $1.range.count) }
    }

    private static func vantages(_ database: Database) throws -> [CacheStatus.Vantage] {
        // With max(), SQLite takes the other columns from the row that holds the maximum.
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT vantage, max(ended), tool, state FROM run GROUP BY vantage ORDER BY vantage")
        var vantages: [CacheStatus.Vantage] = []
        while let row = try cursor.next() {
            var columns = ColumnReader(row)
            vantages.append(
                CacheStatus.Vantage(
                    name: try columns.text(), lastRun: try columns.moment(), tool: try columns.text(),
                    state: try columns.value(ScanRun.State.init(rawValue:))))
        }
        return vantages
    }

    private static func subnets(_ database: Database) throws -> [CacheStatus.Subnet] {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT vrf, prefix, vantage, newest.ended, complete.ended
                FROM (SELECT * FROM latest_scan WHERE standard = 'any') AS newest
                LEFT JOIN (SELECT * FROM latest_scan WHERE standard = 'complete') AS complete
                    USING (vantage, vrf, prefix)
                """)
        var subnets: [CacheStatus.Subnet] = []
        while let row = try cursor.next() {
            var columns = ColumnReader(row)
            subnets.append(
                CacheStatus.Subnet(
                    vrf: try columns.text(), prefix: try columns.value { IPPrefix($0) }, vantage: try columns.text(),
                    lastScan: try columns.moment(), lastCompleteScan: try columns.momentIfPresent()))
        }
        return subnets.sorted { ($0.vrf, $0.prefix, $0.vantage) < ($1.vrf, $1.prefix, $1.vantage) }
    }

    /// The version of the SQLite library in use.
    package static func libraryVersion() throws(CacheError) -> String {
        try inMemory().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?" }
    }

    /// What is wrong inside the file, one sentence each as SQLite words it; empty if all is well.
    ///
    /// Reads all of it: seconds for a large cache.
    /// - Throws: ``CacheError`` if the file cannot even be read.
    package func integrityProblems() throws(CacheError) -> [String] {
        try read { database in
            let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            return findings + (orphans == 0 ? [] : ["\(orphans) rows refer to rows that are gone"])
        }
    }
}
