import Addressing
import Chronology
import Foundation
import GRDB
import Observations

/// Reads and writes the rows that speak of many addresses at once.
///
/// No address has both a row of its own and a place in a stretch of the same VRF and vantage point.
struct StretchRecords {
    private static let columns = "vrf, first, last, vantage, verdict, at, evidence, silent_since, run"

    let database: Database
    private var evidence = EvidenceText()

    init(database: Database) {
        self.database = database
    }

    /// All stretches, by VRF and first address.
    mutating func fetchAll() throws -> [Stretch] {
        try fetch(
            Row.fetchCursor(
                database, sql: "SELECT \(Self.columns) FROM stretch ORDER BY vrf, first, vantage"))
    }

    /// Those of a vantage point that have addresses from `first` to `last`, in order.
    mutating func fetch(vrf: String, from first: IPAddress, to last: IPAddress, vantage: String) throws -> [Stretch] {
        let lowest = IPAddress(
            family: first.family, bits: first.bits - min(first.bits, Stretch.longest - 1))
        return try fetch(
            Row.fetchCursor(
                try database.cachedStatement(
                    sql: """
                        SELECT \(Self.columns) FROM stretch
                        WHERE vantage = ? AND vrf = ? AND first BETWEEN ? AND ? AND last >= ? ORDER BY first
                        """),
                arguments: [
                    vantage, vrf, lowest.sortableBytes, last.sortableBytes, first.sortableBytes,
                ]))
    }

    private mutating func fetch(_ rows: RowCursor) throws -> [Stretch] {
        var stretches: [Stretch] = []
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            let vrf = try columns.text()
            let first = try columns.address()
            let last = try columns.address()
            // A damaged row must not become a billion addresses.
            guard let range = IPRange(first: first, last: last), range.count <= Stretch.longest else {
                throw ColumnReader.Malformed(column: 2)
            }
            let finding = Stretch.Finding(
                vrf: vrf, vantage: try columns.text(), verdict: try columns.value(Verdict.init(rawValue:)),
                at: try columns.moment(), evidence: try evidence.decode(try columns.text()),
                silentSince: try columns.momentIfPresent(), run: try columns.integer())
            stretches.append(Stretch(range: range, finding: finding))
        }
        return stretches
    }

    /// Takes sorted addresses out of stretches, which are sorted too and stand in the database.
    mutating func take(_ addresses: [IPAddress], outOf stretches: [Stretch]) throws {
        var remaining = addresses[...]
        for stretch in stretches {
            remaining = remaining.drop { $0 < stretch.range.first }
            let taken = remaining.prefix { $0 <= stretch.range.last }
            guard !taken.isEmpty else { continue }
            try database.cachedStatement(sql: "DELETE FROM stretch WHERE vantage = ? AND vrf = ? AND first = ?")
                .execute(arguments: [
                    stretch.finding.vantage, stretch.finding.vrf, stretch.range.first.sortableBytes,
                ])
            try insert(stretch.without(taken))
        }
    }

    /// Adds stretches of which no address is known yet.
    mutating func insert(_ stretches: [Stretch]) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO stretch (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for stretch in stretches {
            let finding = stretch.finding
            try statement.execute(arguments: [
                finding.vrf, stretch.range.first.sortableBytes, stretch.range.last.sortableBytes, finding.vantage,
                finding.verdict.rawValue, finding.at.seconds, try evidence.encode(finding.evidence),
                finding.silentSince?.seconds, finding.run,
            ])
        }
    }
}
