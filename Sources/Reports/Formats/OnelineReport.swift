import Findings

/// One line a finding, as editors and problem matchers read it.
package struct OnelineReport: ReportFormat {
    package let name = "oneline"
    package let fileExtension = "txt"
    package let summary = "one line a finding, `path:line:column: severity: message [rule]`"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        report.listed.map { TerminalText.escaped(line($0)) + "\n" }.joined()
    }

    private func line(_ finding: Finding) -> String {
        let place = finding.location.map { "\($0.path):\($0.line):\($0.column)" } ?? "-:0:0"
        let waiver = finding.waiver.map { " (waived until \($0.expires))" } ?? ""
        return "\(place): \(finding.severity): \(finding.message) [\(finding.rule)]\(waiver)"
    }
}
