import Findings
import Observations
import Reports
import TestSupport

/// Findings that carry text which attacks whatever prints it in each of their fields.
enum Hostile {
    /// What attackers are known to write.
    static let payloads = HostileText.payloads

    /// A text field of a finding, and the finding in which it holds a text while all others hold plain words.
    enum Field: CaseIterable {
        case rule, message, help, path, relatedMessage, relatedPath, subject, verdict, probe, vantage, mac, name,
            firstSeen
        case lastSeen, lastProbed, reason, owner, expires

        func finding(_ text: String, severity: Severity = .error) -> Finding {
            func value(_ field: Field, _ plain: String = "a") -> String { field == self ? text : plain }
            func place(_ path: String) -> Findings.SourceLocation {
                .init(path: path, line: 1, column: 1, endLine: 1, endColumn: 2)
            }
            var finding = Finding(
                rule: RuleID(value(.rule, "a-rule")), severity: severity, message: value(.message), help: value(.help),
                location: place(value(.path)),
                related: [.init(value(.relatedMessage), at: place(value(.relatedPath)))],
                subject: Subject(.address, value(.subject)),
                evidence: Evidence(
                    verdict: value(.verdict), probe: value(.probe), vantage: value(.vantage), mac: value(.mac),
                    name: value(.name), firstSeen: value(.firstSeen), lastSeen: value(.lastSeen),
                    lastProbed: value(.lastProbed))
            )
            if [.reason, .owner, .expires].contains(self) {
                finding.waiver = WaiverNote(
                    reason: value(.reason), owner: value(.owner), expires: value(.expires, "2027-01-01"))
            }
            return finding
        }
    }

    /// A report of a finding for each field and text, and each text as a notice, a VRF and a vantage point; with `isPlain`, its harmless twin.
    static func report(isPlain: Bool = false) throws -> FindingReport {
        let texts = texts(isPlain: isPlain)
        return try report(Field.allCases.flatMap { field in texts.map { field.finding($0) } }, texts)
    }

    /// The report in parts: the findings, and each text in a list of its own, for formats that bound their lists.
    static func parts(isPlain: Bool) throws -> [FindingReport] {
        let texts = texts(isPlain: isPlain)
        let findings = try report(Field.allCases.flatMap { field in texts.map { field.finding($0) } }, [])
        return [findings] + (try texts.map { try report([], [$0]) })
    }

    private static func texts(isPlain: Bool) -> [String] {
        isPlain ? payloads.indices.map { "plain\($0)" } : payloads
    }

    private static func report(_ findings: [Finding], _ texts: [String]) throws -> FindingReport {
        let scan = try Sample.scans()[0]
        return FindingReport(
            kind: .drift, findings: FindingList(settled: findings),
            sources: SourceFiles([SourceFile(path: "a", bytes: Array("a".utf8))]),
            coverage: LiveCoverage(alive: 2, claimed: 1),
            scans: texts.map {
                SubnetScan(
                    vrf: $0, prefix: scan.prefix, vantage: $0, completed: scan.completed, coverage: scan.coverage)
            },
            showsWaived: true, notices: texts
        )
    }

    /// A report of one finding, for formats that list only a few.
    static func report(of finding: Finding, source: String = "a") -> FindingReport {
        FindingReport(
            kind: .validation, findings: FindingList(settled: [finding]),
            sources: SourceFiles([SourceFile(path: "a", bytes: Array(source.utf8))]), showsWaived: true)
    }
}
