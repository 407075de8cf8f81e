import Chronology
import Findings
import Observations

/// The report for monitoring: numbers in Prometheus' text exposition format 0.0.4, for its textfile collector.
///
/// Every rule that was checked has a number, so that an alert sees a 0 rather than nothing.
package struct PrometheusReport: ReportFormat {
    package let name = "prometheus"
    package let fileExtension = "prom"
    package let summary = "numbers for monitoring, in Prometheus' text format"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        var text = MetricText()
        let command = MetricText.Label("command", report.kind.command)
        text.family("ipam_findings", "Open findings by rule.", findings(report, command))
        text.family(
            "ipam_findings_waived", "Findings that a waiver covers.", [([command], Int64(report.counts.waived))])
        guard report.kind == .drift else { return text.text }
        if let coverage = report.coverage {
            text.family("ipam_live_addresses", "Addresses that were alive.", [([], Int64(coverage.alive))])
            text.family(
                "ipam_live_addresses_claimed", "Live addresses that the inventory accounts for.",
                [([], Int64(coverage.claimed))])
        }
        text.family(
            "ipam_subnet_addresses", "Addresses by what the latest scan of their subnet found.",
            report.scans.flatMap(verdicts))
        text.family(
            "ipam_subnet_last_complete_scan_timestamp_seconds", "When the latest complete scan of a subnet ended.",
            report.scans.compactMap { scan in scan.completed.map { (labels(of: scan), $0.seconds) } })
        return text.text
    }

    private func findings(_ report: FindingReport, _ command: MetricText.Label) -> [MetricText.Sample] {
        var counts: [[MetricText.Label]: Int64] = [:]
        func labels(_ rule: RuleID, _ severity: Severity) -> [MetricText.Label] {
            [command, .init("rule", rule.name), .init("severity", severity.rawValue)]
        }
        for card in report.rules where card.isOnByDefault { counts[labels(card.id, card.severity)] = 0 }
        for finding in report.findings.open { counts[labels(finding.rule, finding.severity), default: 0] += 1 }
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    private func verdicts(of scan: SubnetScan) -> [MetricText.Sample] {
        guard let coverage = scan.coverage else { return [] }
        return Verdict.allCases.map { verdict in
            (labels(of: scan) + [.init("verdict", verdict.rawValue)], Int64(coverage.count(verdict)))
        }
    }

    private func labels(of scan: SubnetScan) -> [MetricText.Label] {
        [.init("vrf", scan.vrf), .init("prefix", "\(scan.prefix)")]
    }
}

/// Metrics as text, one family after the other.
private struct MetricText {
    /// A name and a value, which may be any text.
    struct Label: Hashable, Comparable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        static func < (left: Label, right: Label) -> Bool { (left.name, left.value) < (right.name, right.value) }

        /// The label; line feeds are among the characters that are spelt out before.
        var text: String {
            let value = TerminalText.escaped(value).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(name)=\"\(value)\""
        }
    }

    typealias Sample = (labels: [Label], value: Int64)

    private(set) var text = ""

    /// Adds the samples of one gauge; nothing at all if there are none.
    mutating func family(_ name: String, _ help: String, _ samples: [Sample]) {
        guard !samples.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
        for sample in samples {
            let labels = sample.labels.isEmpty ? "" : "{\(sample.labels.map(\.text).joined(separator: ","))}"
            text += "\(name)\(labels) \(sample.value)\n"
        }
    }
}
