import Findings
import JSONShapes

/// The report for code scanning: SARIF 2.1.0 within GitHub's limits.
package struct SARIFReport: ReportFormat {
    package let name = "sarif"
    package let fileExtension = "sarif"
    package let summary = "SARIF 2.1.0, for code scanning"

    /// The most results of a report: GitHub shows no more, and refuses a file with more than 25,000.
    package static let limit = 5000

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        let report = report.fromTop(style)
        let kept = GravestFindings(of: report.listed, limit: Self.limit)
        let rules = SARIFRules(report)
        let log: JSON = [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [run(report, kept, rules)],
        ]
        return log.text()
    }

    private func run(_ report: FindingReport, _ kept: GravestFindings, _ rules: SARIFRules) -> JSON {
        let commonPath = report.commonPath
        let results = kept.findings.map { SARIFResult($0, rules: rules, fallbackPath: commonPath).json }
        return [
            "tool": ["driver": ["name": "ipam", "rules": .array(rules.descriptors)]],
            // Keeps the commands apart where several are uploaded for one commit.
            "automationDetails": ["id": JSON.string("ipam/\(report.kind.command)/")],
            "columnKind": "unicodeCodePoints",
            "invocations": [["executionSuccessful": true, "toolExecutionNotifications": notifications(report, kept)]],
            "results": .array(results),
            "properties": [
                "counts": FindingCounts.shape.json(report.counts), "omitted": .integer(Int64(kept.omitted)),
            ],
        ]
    }

    private func notifications(_ report: FindingReport, _ kept: GravestFindings) -> JSON {
        var messages = report.notices
        if kept.omitted > 0 {
            let rest = Plural.count(kept.omitted, of: "more finding")
            messages.append("\(rest) left out: the \(Self.limit) gravest are listed; in all there are \(report.counts)")
        }
        return .array(messages.map { ["level": "warning", "message": ["text": .string(SARIFText.message($0))]] })
    }
}
