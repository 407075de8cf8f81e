import Findings

/// The report for spreadsheets: a row a finding, always with the same columns.
package struct CSVReport: ReportFormat {
    package let name = "csv"
    package let fileExtension = "csv"
    package let summary = "a row a finding, for spreadsheets"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        var csv = CSVText()
        csv.append(row: Self.columns.map(\.title))
        for finding in report.listed { csv.append(row: Self.columns.map { $0.value(finding) ?? "" }) }
        return csv.text
    }

    private struct Column: Sendable {
        let title: String
        let value: @Sendable (Finding) -> String?
    }

    private static let columns: [Column] =
        [
            Column(title: "severity") { $0.severity.rawValue },
            Column(title: "rule") { $0.rule.name },
            Column(title: "message") { $0.message },
            Column(title: "path") { $0.location?.path },
            Column(title: "line") { $0.location.map { "\($0.line)" } },
            Column(title: "column") { $0.location.map { "\($0.column)" } },
            Column(title: "end_line") { $0.location.map { "\($0.endLine)" } },
            Column(title: "end_column") { $0.location.map { "\($0.endColumn)" } },
            Column(title: "subject_kind") { $0.subject.kind.rawValue },
            Column(title: "subject") { $0.subject.id },
            Column(title: "related") { finding in
                finding.related.map { "\($0.location.place): \($0.message)" }.joined(separator: "; ")
            },
            Column(title: "help") { $0.help },
            Column(title: "fingerprint") { $0.fingerprint.description },
        ] + evidence + waiver

    private static let evidence = [
        Column(title: "verdict") { $0.evidence?.verdict },
        Column(title: "probe") { $0.evidence?.probe },
        Column(title: "vantage") { $0.evidence?.vantage },
        Column(title: "mac") { $0.evidence?.mac },
        Column(title: "name") { $0.evidence?.name },
        Column(title: "first_seen") { $0.evidence?.firstSeen },
        Column(title: "last_seen") { $0.evidence?.lastSeen },
        Column(title: "last_probed") { $0.evidence?.lastProbed },
    ]

    private static let waiver = [
        Column(title: "waived_until") { $0.waiver?.expires },
        Column(title: "waiver_owner") { $0.waiver?.owner },
        Column(title: "waiver_reason") { $0.waiver?.reason },
    ]
}
