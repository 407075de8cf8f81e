import Findings
import FoundationEssentials
import Observations

/// The report for pull requests, issues and step summaries; fits into what GitHub accepts.
package struct MarkdownReport: ReportFormat {
    package let name = "markdown"
    package let fileExtension = "md"
    package let summary = "counts and tables for pull requests, issues and step summaries"

    /// The most bytes of a report: GitHub takes 65,536 characters, and bytes are never fewer than characters.
    package static let limit = 65_536

    private static let headLimit = 8192
    private static let scansLimit = 16_384

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        text(report, limit: Self.limit)
    }

    /// The report within so many bytes, at least ``limit`` of them.
    package func text(_ report: FindingReport, limit: Int) -> String {
        let head = head(report)
        let tail = scans(report.scans)
        var body = BoundedText(limit: max(limit, Self.limit) - head.utf8.count - tail.utf8.count)
        for section in sections(report) {
            let title = "\n### \(section.title) (\(section.findings.count))\n\n"
            body.append(title + table(header: section.header), items: section.findings.lazy.map(section.row))
        }
        return head + body.text + tail
    }

    private func head(_ report: FindingReport) -> String {
        var heading = report.kind == .drift ? "## Network drift\n\n" : "## Inventory validation\n\n"
        heading += "**\(report.counts)**\n"
        if let coverage = report.coverage { heading += "\nCoverage: \(coverage.sentence)\n" }
        if !report.notices.isEmpty { heading += "\n" }
        var head = BoundedText(limit: Self.headLimit)
        head.append(heading, items: report.notices.lazy.map { "- \(MarkdownText.code($0))\n" })
        return head.text
    }

    private struct Section {
        let title: String
        let header: [String]
        let findings: [Finding]
        let row: (Finding) -> String
    }

    private func sections(_ report: FindingReport) -> [Section] {
        let isDrift = report.kind == .drift
        let bySeverity = Severity.allCases.reversed().map { severity in
            Section(
                title: "\(severity.rawValue.capitalized)s",
                header: ["Rule", "Where", "What"] + (isDrift ? ["Evidence", "Edit"] : []),
                findings: report.findings.open.filter { $0.severity == severity },
                row: { line(cells($0) + (isDrift ? [code($0.evidence?.sentence), code($0.edit?.sentence)] : [])) }
            )
        }
        let waived = Section(
            title: "Waived",
            header: ["Rule", "Where", "What", "Reason", "Owner", "Until"],
            findings: report.showsWaived ? report.findings.waived : [],
            row: { line(cells($0) + [code($0.waiver?.reason), code($0.waiver?.owner), code($0.waiver?.expires)]) }
        )
        return (bySeverity + [waived]).filter { !$0.findings.isEmpty }
    }

    private func cells(_ finding: Finding) -> [String] {
        let place = finding.location.map { "\($0.path):\($0.line):\($0.column)" } ?? finding.subject.id
        return [finding.rule.name, place, finding.message].map(MarkdownText.code)
    }

    private func code(_ text: String?) -> String { MarkdownText.code(text ?? "") }

    private func scans(_ scans: [SubnetScan]) -> String {
        guard !scans.isEmpty else { return "" }
        var table = BoundedText(limit: Self.scansLimit)
        table.append(
            "\n### Scans (\(scans.count))\n\n" + self.table(header: ["Subnet", "Basis", "Latest run"]),
            items: scans.lazy.map { line([$0.title, $0.basis, $0.tally ?? ""].map(MarkdownText.code)) }
        )
        return table.text
    }

    private func table(header: [String]) -> String {
        line(header) + line(header.map { _ in "---" })
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}
