import Findings
import JSONShapes

/// The report for merge requests of GitLab: its Code Quality format.
package struct GitLabReport: ReportFormat {
    package let name = "gitlab"
    package let fileExtension = "json"
    package let summary = "Code Quality, for GitLab"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        let report = report.fromTop(style)
        let commonPath = report.commonPath
        return JSON.array(report.listed.map { issue($0, fallbackPath: commonPath) }).text()
    }

    private func issue(_ finding: Finding, fallbackPath: String) -> JSON {
        let waiver = finding.waiver.map { " (waived until \($0.expires))" } ?? ""
        return [
            "description": .string(TerminalText.escaped("\(finding.message) [\(finding.rule)]\(waiver)")),
            "check_name": .string(finding.rule.name),
            "fingerprint": .string(finding.fingerprint.description),
            "severity": .string(severity(of: finding)),
            "location": [
                "path": .string(TerminalText.escaped(finding.location?.path ?? fallbackPath)),
                "positions": [
                    "begin": position(finding.location?.line, finding.location?.column),
                    "end": position(finding.location?.endLine, finding.location?.endColumn),
                ],
            ],
        ]
    }

    /// GitLab knows info, minor, major, critical and blocker; what is waived blocks nobody.
    private func severity(of finding: Finding) -> String {
        if finding.waiver != nil { return "info" }
        switch finding.severity {
        case .error: return "critical"
        case .warning: return "major"
        case .note: return "minor"
        }
    }

    private func position(_ line: Int?, _ column: Int?) -> JSON {
        ["line": .integer(Int64(line ?? 1)), "column": .integer(Int64(column ?? 1))]
    }
}
