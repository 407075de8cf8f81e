import Addressing
import Chronology
import Findings
import Observations
import Reports

/// Source text whose marked stretches, `⟦like this⟧`, are the places of findings.
struct MarkedSource {
    let file: SourceFile
    let places: [SourceLocation]

    init(_ marked: String, path: String = "inventory/lan.yaml") {
        var bytes: [UInt8] = []
        var spans: [SourceSpan] = []
        var start: UInt32 = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = UInt32(bytes.count)
            case "⟧": spans.append(SourceSpan(file: 0, start: start, end: UInt32(bytes.count)))
            default: bytes += Array(String(scalar).utf8)
            }
        }
        file = SourceFile(path: path, bytes: bytes)
        var locator = SourceLocator(SourceFiles([file]))
        places = spans.map { locator.location(of: $0) }
    }

    var sources: SourceFiles { SourceFiles([file]) }
}

enum Sample {
    static let today = CalendarDate(daysSinceEpoch: 20_000)

    static func report(
        _ findings: [Finding], _ source: MarkedSource? = nil, waivers: [Waiver] = [], showsWaived: Bool = false
    ) -> FindingReport {
        FindingReport(
            kind: .validation,
            findings: FindingList(findings, waivers: waivers, today: today),
            sources: source?.sources ?? SourceFiles([]),
            showsWaived: showsWaived
        )
    }

    static func drift(
        _ findings: [Finding], coverage: LiveCoverage? = nil, scans: [SubnetScan] = [], notices: [String] = []
    ) -> FindingReport {
        FindingReport(
            kind: .drift, findings: FindingList(findings, waivers: [], today: today), sources: SourceFiles([]),
            coverage: coverage, scans: scans, notices: notices
        )
    }

    static func finding(
        _ message: String = "192.0.2.7 already belongs to 'printer'", severity: Severity = .error,
        at location: SourceLocation? = nil, related: [Finding.Related] = [], help: String? = nil,
        evidence: Evidence? = nil, subject: String = "192.0.2.7"
    ) -> Finding {
        Finding(
            rule: "duplicate-address", severity: severity, message: message, help: help, location: location,
            related: related, subject: Subject(.address, subject), evidence: evidence
        )
    }

    static let unclaimed = Finding(
        rule: "unclaimed-address", severity: .warning, message: "192.0.2.77 is in use, but nobody claims it",
        edit: InventoryEdit(.add, "reservations", "{address: 192.0.2.77}", at: nil), location: nil,
        subject: Subject(.address, "192.0.2.77"), evidence: evidence
    )

    static let evidence = Evidence(
        verdict: "alive", probe: "icmp", vantage: "lon1", mac: "02:00:5e:10:00:01", name: "nas.example.net",
        firstSeen: "2026-11-01T00:00:00Z", lastSeen: "2026-11-22T20:00:00Z", lastProbed: "2026-11-22T21:00:00Z"
    )

    static func scans() throws -> [SubnetScan] {
        let prefix = try IPPrefix(parsing: "192.0.2.0/24")
        return [
            SubnetScan(
                vrf: "default", prefix: prefix, vantage: "lon1", completed: Timestamp(seconds: 1_795_000_000),
                coverage: SubnetCoverage(prefix: prefix, targets: 254, verdicts: [.alive: 13, .silent: 241])
            ),
            SubnetScan(vrf: "lab", prefix: prefix, vantage: nil, completed: nil, coverage: nil),
        ]
    }

    static func card(_ id: RuleID) -> RuleCard {
        RuleCard(
            id: id, chapter: .addressing, severity: .error, summary: "two claim one", explanation: "Only one answers.",
            rejects: [], accepts: [])
    }

    static func waiver(of finding: Finding, reason: String = "moves in March", owner: String = "netops") -> Waiver {
        let span = SourceSpan(file: 0, start: 0, end: 0)
        return Waiver(
            rule: Located(finding.rule.name, at: span), subject: Located(finding.subject.id, at: span),
            reason: reason, owner: owner, expires: Located(today, at: span), span: span
        )
    }
}
