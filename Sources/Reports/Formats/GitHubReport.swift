import Findings

/// Annotations of a pull request, as workflow commands that the runner of GitHub Actions reads from the log.
package struct GitHubReport: ReportFormat {
    package let name = "github"
    package let fileExtension = "txt"
    package let summary = "annotations in GitHub Actions"

    /// How many annotations of each severity are made; GitHub drops all but ten of a step without a word.
    private static let budget = 9

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        let findings = report.fromTop(style).findings
        var text = ""
        var omitted: [(severity: Severity, count: Int)] = []
        for severity in Severity.allCases.reversed() {
            let count = findings.count(severity)
            for finding in findings.open.lazy.filter({ $0.severity == severity }).prefix(Self.budget) {
                text += annotation(finding).line
            }
            if count > Self.budget { omitted.append((severity, count - Self.budget)) }
        }
        return text + (remainder(omitted)?.line ?? "")
    }

    private func annotation(_ finding: Finding) -> WorkflowCommand {
        // What the properties say is not shown in the log, where people look first.
        let place = finding.place.map { "\($0): " } ?? ""
        let message = "\(place)\(finding.message) [\(finding.rule)]"
        let related = finding.related.map { "\($0.message): \($0.location.place)" }
        let help = finding.helpLines.isEmpty ? [] : ["help: \(finding.helpLines[0])"] + finding.helpLines.dropFirst()
        let edit = finding.edit.map { ["edit: \($0.sentence)"] } ?? []
        let evidence = finding.evidence.map { ["evidence: \($0.sentence)"] } ?? []
        var command = WorkflowCommand(finding.severity.command, [message] + related + help + edit + evidence)
        if let location = finding.location { command = command.placed(at: location) }
        return command.with("title", finding.rule.name)
    }

    /// One annotation for all that went over the budget, as grave as the gravest of it.
    private func remainder(_ omitted: [(severity: Severity, count: Int)]) -> WorkflowCommand? {
        guard let gravest = omitted.first else { return nil }
        let counts = omitted.enumerated().map { number, part in
            Plural.count(part.count, of: number == 0 ? "more \(part.severity)" : part.severity.rawValue)
        }
        let message = "and \(counts.joined(separator: ", ")), which GitHub has no room for: see the log or the summary"
        return WorkflowCommand(gravest.severity.command, [message]).with("title", "ipam")
    }
}

extension WorkflowCommand {
    /// Without a line GitHub leaves an annotation out of the diff; columns count only within one line.
    fileprivate func placed(at location: SourceLocation) -> WorkflowCommand {
        let lines = with("file", location.path).with("line", "\(location.line)").with("endLine", "\(location.endLine)")
        guard location.line == location.endLine else { return lines }
        return lines.with("col", "\(location.column)").with("endColumn", "\(location.endColumn)")
    }
}

extension Severity {
    /// The command that makes an annotation of this severity.
    fileprivate var command: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }
}
