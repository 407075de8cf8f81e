import Addressing
import Chronology
import Findings
import InventoryModel
import Listings
import Observations
import Reports

/// The state of everything, for people.
struct StatusText {
    private static let limit = 10

    private let report: StatusReport
    private let now: Timestamp

    init(_ report: StatusReport, at now: Timestamp) {
        self.report = report
        self.now = now
    }

    var text: String {
        var sections = [summary, section("Fullest pools", pools, report.pools.count)]
        sections.append(section("Ends within \(StatusReport.window) days", expiring, report.expiring.count))
        if let drift = report.drift {
            sections.append(section("Scans, oldest first", scans(drift), drift.scans.count))
            sections.append(section("Drift", rules(drift), drift.rules.count, limit: .max))
        }
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var summary: String {
        let counts = report.counts.filter { $0.number > 0 }.map { count in
            Plural.count(count.number, of: String(count.what.replacing("_", with: " ").dropLast()))
        }
        let findings =
            "\(Plural.count(report.findings.count(.error), of: "error")), "
            + "\(Plural.count(report.findings.count(.warning), of: "warning")), "
            + "\(report.findings.waived.count) waived"
        var lines = ["declared  " + counts.joined(separator: ", "), "findings  " + findings]
        guard let drift = report.drift else {
            return (lines + ["drift     not compared: mend the errors first, `ipam validate` shows them"])
                .map { $0 + "\n" }.joined()
        }
        let count = drift.rules.reduce(0) { $0 + $1.count }
        let verdict = drift.isConclusive ? "" : "; scan data is missing, stale or incomplete, so this is no verdict"
        lines.append("drift     \(Plural.count(count, of: "finding"))\(verdict)")
        lines.append("coverage  " + drift.coverage.sentence)
        return lines.map { $0 + "\n" }.joined()
    }

    /// A titled table, or nothing if it has no rows.
    private func section(_ title: String, _ table: TextTable, _ count: Int, limit: Int = Self.limit) -> String {
        guard count > 0 else { return "" }
        let rest = count > limit ? "and \(count - limit) more\n" : ""
        return "\(title)\n" + table.text() + rest
    }

    private var pools: TextTable {
        var table = TextTable([
            .init("POOL"), .init("SUBNET"), .init("PURPOSE"), .init("TAKEN", .trailing), .init("OF", .trailing),
            .init("USE", .trailing),
        ])
        for pool in report.pools.prefix(Self.limit) {
            table.add([
                pool.name, pool.subnet, pool.purpose.rawValue, "\(pool.taken)", "\(pool.size)", "\(pool.percent) %",
            ])
        }
        return table
    }

    private var expiring: TextTable {
        var table = TextTable(["EXPIRES", "WHAT", "NAME", "DECLARED"].map { .init($0) })
        for entry in report.expiring.prefix(Self.limit) {
            table.add([
                "\(entry.expires)" + (entry.expires < now.day ? " (past)" : ""), entry.kind, entry.name,
                "\(entry.place.path):\(entry.place.line)",
            ])
        }
        return table
    }

    private func scans(_ drift: StatusReport.Drift) -> TextTable {
        var table = TextTable([.init("SUBNET"), .init("LAST COMPLETE SCAN"), .init("FROM"), .init("ALIVE", .trailing)])
        for scan in drift.scans.prefix(Self.limit) {
            table.add([
                Subject(.prefix, scan.prefix, vrf: scan.vrf).id,
                scan.completed.map { "\(now.since($0).rounded) ago" } ?? "never", scan.vantage ?? "",
                scan.coverage.map { "\($0.count(.alive))" } ?? "",
            ])
        }
        return table
    }

    private func rules(_ drift: StatusReport.Drift) -> TextTable {
        var table = TextTable([.init("RULE"), .init("SEVERITY"), .init("COUNT", .trailing)])
        for rule in drift.rules { table.add(["\(rule.rule)", rule.severity.rawValue, "\(rule.count)"]) }
        return table
    }
}
