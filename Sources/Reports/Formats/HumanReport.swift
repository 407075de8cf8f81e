import Findings
import Observations

/// The report for people at a terminal: every finding with its source line and a mark under the exact text.
package struct HumanReport: ReportFormat {
    package let name = "human"
    package let fileExtension = "txt"
    package let summary = "for people: source lines with marks, evidence and help"

    private static let mostScans = 8

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        var writer = FindingWriter(report.sources, style: style)
        let shown = GravestFindings(of: report.listed, limit: style.limit ?? .max)
        for finding in shown.findings { writer.write(finding) }
        return writer.text + remainder(shown) + network(report) + notices(report) + closing(report, style) + "\n"
    }

    private func remainder(_ shown: GravestFindings) -> String {
        shown.omitted == 0 ? "" : "\(Plural.count(shown.omitted, of: "more finding")): `--limit 0` lists all\n"
    }

    private func network(_ report: FindingReport) -> String {
        let coverage = report.coverage.map { "coverage: \($0.sentence)\n" } ?? ""
        let scans = report.scans.prefix(Self.mostScans).map { scan in
            TerminalText.escaped("scan: \(scan.title) \(scan.basis)" + (scan.tally.map { "; \($0)" } ?? "")) + "\n"
        }
        let rest = report.scans.count - scans.count
        return coverage + scans.joined() + (rest > 0 ? "scan: \(Plural.count(rest, of: "more subnet"))\n" : "")
    }

    private func notices(_ report: FindingReport) -> String {
        report.notices.map { "notice: \(TerminalText.escaped($0))\n" }.joined()
    }

    private func closing(_ report: FindingReport, _ style: ReportStyle) -> String {
        let counts = report.counts
        let paint = Paint(isOn: style.usesColour)
        guard counts.isClean else { return paint(counts.description, counts.errors > 0 ? .error : .warning) }
        return paint(cleanSentence(report) + counts.furtherClause, .good)
    }

    private func cleanSentence(_ report: FindingReport) -> String {
        switch report.kind {
        case .validation: "no findings in \(Plural.count(report.sources.files.count, of: "file"))"
        case .drift: "no drift"
        case .change: "no new findings"
        }
    }
}
