import Findings

/// The findings as a table, with what filters it and what explains it.
struct HTMLFindings {
    private let findings: [Finding]
    private let omitted: Int
    private let rules: [RuleID]
    private let places: [RuleID: Int]
    private let cards: [RuleCard]

    /// A browser still scrolls smoothly through so many rows.
    private static let limit = 10_000

    init(_ report: FindingReport) {
        let kept = GravestFindings(of: report.listed, limit: Self.limit)
        findings = kept.findings
        omitted = kept.omitted
        rules = Set(kept.findings.map(\.rule)).sorted()
        places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
        let shown = Set(rules)
        cards = report.rules.filter { shown.contains($0.id) }.sorted { $0.id < $1.id }
    }

    /// How many rules there are to filter by.
    var ruleCount: Int { rules.count }

    func write(to page: inout HTMLPage) {
        guard !findings.isEmpty else {
            page.element("p", text: "No findings.")
            return
        }
        writeFilters(to: &page)
        if omitted > 0 {
            page.element("p", text: "\(Plural.count(omitted, of: "more finding")) left out: the gravest are listed.")
        }
        page.element("table") { page in
            page.element("caption", text: "Findings, in the order of their places")
            page.element("thead") { page in
                page.element("tr") { page in
                    for title in ["Severity", "Rule", "Where", "What"] {
                        page.element("th", "scope=\"col\"", text: title)
                    }
                }
            }
            page.element("tbody") { page in
                for finding in findings { write(finding, to: &page) }
            }
        }
        writeRules(to: &page)
    }

    private func writeFilters(to page: inout HTMLPage) {
        page.element("fieldset") { page in
            page.element("legend", text: "Severities")
            for severity in Severity.allCases.reversed() {
                let count = findings.count { $0.severity == severity }
                page.element("label") { page in
                    page.open("input", "type=\"checkbox\" id=\"show-\(severity)\" checked")
                    page.write(" \(Plural.count(count, of: severity.rawValue))")
                }
            }
        }
        page.element("fieldset") { page in
            page.element("legend", text: "Rules")
            page.element("label") { page in
                page.open("input", "type=\"radio\" name=\"rule\" checked")
                page.write(" all")
            }
            let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
            for (place, rule) in rules.enumerated() {
                page.element("label") { page in
                    page.open("input", "type=\"radio\" name=\"rule\" id=\"rule-\(place)\"")
                    page.write(" \(rule) (\(counts[rule] ?? 0))")
                }
            }
        }
    }

    private func write(_ finding: Finding, to page: inout HTMLPage) {
        let waived = finding.waiver == nil ? "" : " waived"
        let classes = "finding \(finding.severity) rule-\(places[finding.rule] ?? 0)\(waived)"
        page.element("tr", "class=\"\(classes)\" id=\"f-\(finding.fingerprint)\"") { page in
            page.element("td", "class=\"severity\"", text: finding.severity.rawValue)
            page.element("td") { $0.element("code", text: finding.rule.name) }
            page.element("td") { $0.element("code", text: finding.place ?? finding.subject.id) }
            page.element("td") { page in
                page.write(finding.message)
                writeDetails(finding, to: &page)
            }
        }
    }

    private func writeDetails(_ finding: Finding, to page: inout HTMLPage) {
        var details = finding.related.map { "\($0.message): \($0.location.place)" }
        if let evidence = finding.evidence { details.append("evidence: \(evidence.sentence)") }
        if let waiver = finding.waiver {
            details.append("waived until \(waiver.expires) by \(waiver.owner): \(waiver.reason)")
        }
        if !details.isEmpty {
            page.element("ul") { page in
                for detail in details { page.element("li", text: detail) }
            }
        }
        guard !finding.remedyLines.isEmpty else { return }
        page.element("pre") { page in
            page.write(markup: finding.remedyLines.map(MarkupText.escaped).joined(separator: "\n"))
        }
    }

    private func writeRules(to page: inout HTMLPage) {
        guard !cards.isEmpty else { return }
        page.element("h2", text: "The rules")
        page.element("dl") { page in
            for card in cards {
                page.element("dt") { page in
                    page.element("code", text: card.id.name)
                    page.write(": \(card.summary)")
                }
                page.element("dd", text: card.explanation)
            }
        }
    }
}
