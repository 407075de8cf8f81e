import Findings

/// The report for CI systems that show tests: JUnit XML.
///
/// Each finding is a test named by its rule and subject, which stays the same over edits; errors and warnings fail,
/// notes pass, waived ones are skipped. Each rule that found nothing is a test that passes.
package struct JUnitReport: ReportFormat {
    package let name = "junit"
    package let fileExtension = "xml"
    package let summary = "JUnit XML: a test a finding, and one for each rule that is kept"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        let broken = Set(report.findings.all.map(\.rule))
        let kept = report.rules.map(\.id).filter { !broken.contains($0) }.sorted()
        // Some readers take a suite without tests for a failure.
        let isEmpty = report.listed.isEmpty && kept.isEmpty
        let tests = report.listed.count + kept.count + (isEmpty ? 1 : 0)
        let failures = report.listed.count { $0.isFailure }
        let skipped = report.listed.count { $0.waiver != nil }
        let suite = "ipam \(report.kind.command)"

        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"ipam\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n"
        text += "  <testsuite name=\"\(suite)\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\""
        text += " skipped=\"\(skipped)\">\n"
        for finding in report.listed { write(finding, to: &text) }
        for rule in kept { text += "    <testcase classname=\"\(suite)\" name=\"\(escaped(rule.name))\"/>\n" }
        if isEmpty { text += "    <testcase classname=\"\(suite)\" name=\"no findings\"/>\n" }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func write(_ finding: Finding, to text: inout String) {
        let name = "\(finding.rule): \(finding.subject.kind.rawValue) \(finding.subject.id)"
        text += "    <testcase classname=\"\(escaped(finding.location?.path ?? "ipam"))\" name=\"\(escaped(name))\""
        if let location = finding.location {
            text += " file=\"\(escaped(location.path))\" line=\"\(location.line)\""
        }
        text += ">\n"
        if let waiver = finding.waiver {
            let reason = "waived until \(waiver.expires) by \(waiver.owner): \(waiver.reason)"
            text += "      <skipped message=\"\(escaped(reason))\"/>\n"
        } else if finding.isFailure {
            text += "      <failure type=\"\(finding.severity)\" message=\"\(escaped(finding.message))\">"
            text += details(finding) + "</failure>\n"
        } else {
            text += "      <system-out>" + details(finding) + "</system-out>\n"
        }
        text += "    </testcase>\n"
    }

    private func details(_ finding: Finding) -> String {
        let place = finding.place.map { "\($0): " } ?? ""
        var lines = ["\(place)\(finding.severity): \(finding.message) [\(finding.rule)]"]
        lines += finding.related.map { "\($0.location.place): \($0.message)" }
        lines += finding.remedyLines
        if let evidence = finding.evidence { lines.append("evidence: \(evidence.sentence)") }
        return lines.map(escaped).joined(separator: "\n")
    }

    private func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}

extension Finding {
    /// Whether it fails as a test.
    fileprivate var isFailure: Bool { waiver == nil && severity > .note }
}
