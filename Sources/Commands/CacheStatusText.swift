import Chronology
import Observations
import Reports
import Storage

/// What the cache holds, for people.
struct CacheStatusText {
    private let status: CacheStatus
    private let now: Timestamp

    init(_ status: CacheStatus, at now: Timestamp) {
        self.status = status
        self.now = now
    }

    var text: String {
        var lines = [
            "\(status.path): \(status.size / 1024) KiB, schema version \(status.schemaVersion)",
            "\(status.runs) runs, \(status.addresses) addresses, \(status.changes) changes, \(status.leases) leases",
        ]
        if let oldest = status.oldestRun, let newest = status.newestRun {
            lines.append("first run \(age(of: oldest)), last run \(age(of: newest))")
        }
        let tables = [status.vantages.isEmpty ? "" : vantages, status.subnets.isEmpty ? "" : subnets]
        return ([lines.joined(separator: "\n") + "\n"] + tables.filter { !$0.isEmpty }).joined(separator: "\n")
    }

    private var vantages: String {
        var table = TextTable(["VANTAGE", "LAST RUN", "BY", "STATE"].map { .init($0) })
        for vantage in status.vantages {
            table.add([vantage.name, age(of: vantage.lastRun), vantage.tool, vantage.state.rawValue])
        }
        return table.text()
    }

    private var subnets: String {
        var table = TextTable(["SUBNET", "VANTAGE", "LAST SCAN", "LAST COMPLETE SCAN"].map { .init($0) })
        for subnet in status.subnets {
            let title = subnet.vrf == "default" ? "\(subnet.prefix)" : "\(subnet.vrf)/\(subnet.prefix)"
            let complete = subnet.lastCompleteScan.map(age) ?? "never"
            table.add([title, subnet.vantage, age(of: subnet.lastScan), complete])
        }
        return table.text()
    }

    private func age(of moment: Timestamp) -> String {
        let span = now.since(moment)
        return span.seconds < 0 ? "\(moment)" : "\(span.rounded) ago"
    }
}
