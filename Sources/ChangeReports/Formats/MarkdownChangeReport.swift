import Changes
import Findings
import Reports

/// What a change means, for pull requests: counts first, long tables folded, within a number of bytes.
struct MarkdownChangeReport {
    /// Rows that a table may have before it is folded.
    private static let longestOpenTable = 20
    /// What a table takes at most beside its rows.
    private static let foldSize = 300

    private let report: ChangeReport
    private let limit: Int

    init(_ report: ChangeReport, limit: Int) {
        self.report = report
        self.limit = limit
    }

    var text: String {
        let opening = heading + safety + notices
        // Findings may take half of what there is; what they leave is for the changes.
        let findings = findings(within: (limit - opening.utf8.count) / 2)
        return opening + findings + tables(within: limit - opening.utf8.count - findings.utf8.count)
    }

    /// All tables in full if they fit; else short ones in full, and of long ones as much as is left for each.
    private func tables(within limit: Int) -> String {
        let sections = ChangeSections(report).all
        let sizes = sections.map { table($0, within: .max).utf8.count + Self.foldSize }
        var limits = sizes
        var rest = limit
        for (taken, index) in sizes.indices.sorted(by: { sizes[$0] < sizes[$1] }).enumerated() {
            limits[index] = min(sizes[index], rest / (sizes.count - taken))
            rest -= limits[index]
        }
        return zip(sections, limits).map { table($0, within: $1) }.joined()
    }

    private var heading: String {
        var text = "## What this change means\n\n**\(headline)**\n\n"
        let end = report.head.id.map { "\(MarkdownText.code(report.head.name)) (\(MarkdownText.code(short($0))))" }
        text += "From the merge base of \(MarkdownText.code(report.base.name))"
        text += " (\(MarkdownText.code(short(report.base.id ?? "")))) to \(end ?? "the working tree")\n"
        return text
    }

    private var headline: String {
        guard report.changes != nil else { return "Not known: the inventory could not be read" }
        if report.isNoChange { return "No change" }
        return ChangeTally(report).sentences.joined(separator: "; ")
    }

    private func short(_ id: String) -> String { String(id.prefix(12)) }

    private var safety: String {
        guard let safety = report.safety, !report.isNoChange else { return "" }
        let parts = safety.parts.isEmpty ? "" : " (\(safety.parts))"
        let sentence = safety.isStop ? "**\(capitalized(safety.sentence))**" : capitalized(safety.sentence)
        var reasons = BoundedText(limit: limit / 8)
        reasons.append(safety.reasons.isEmpty ? "" : "\n", items: safety.reasons.map { "- \(MarkdownText.code($0))\n" })
        return "\n\(sentence)\(parts)\n" + reasons.text
    }

    private func capitalized(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }

    private var notices: String {
        guard !report.notices.isEmpty else { return "" }
        var text = BoundedText(limit: limit / 8)
        text.append("\n", items: report.notices.map { "- \(MarkdownText.code($0))\n" })
        return text.text
    }

    private func findings(within limit: Int) -> String {
        let counts = FindingCounts(report.findings)
        let balance = report.findingBalance.map { "; \($0)" } ?? ""
        guard !report.findings.all.isEmpty else { return balance.isEmpty ? "" : "\n\(balance.dropFirst(2))\n" }
        let listed = report.findingReport.listed
        let hasEvidence = listed.contains { $0.evidence != nil }
        let rows = listed.map { finding in
            let place = finding.location.map { "\($0.path):\($0.line):\($0.column)" } ?? finding.subject.id
            let also = finding.related.map { "\($0.location.path):\($0.location.line):\($0.location.column)" }
            let places = ([place] + also).map(MarkdownText.code).joined(separator: " ")
            let evidence = hasEvidence ? [MarkdownText.code(finding.evidence?.sentence ?? "")] : []
            return [finding.severity.rawValue, MarkdownText.code(finding.rule.name), places]
                + [MarkdownText.code(finding.message)] + evidence
        }
        let heading = "\n### New findings: \(counts)\(balance)\n\n"
        guard !listed.isEmpty else { return heading }
        let header = ["Severity", "Rule", "Where", "What"] + (hasEvidence ? ["Evidence"] : [])
        return bounded(heading + head(header), rows.map(row), limit)
    }

    private func table(_ section: ChangeSections.Section, within limit: Int) -> String {
        let rows = section.lines.map { line in
            let cells = [line.subject, line.text, line.place].prefix(section.columns.count)
                .map { $0.isEmpty ? "" : MarkdownText.code($0) }
            return row((word(for: line.sign, section).map { [$0] } ?? []) + cells)
        }
        let title = section.counts ?? section.title
        let opening = "\n### \(capitalized(title))\n\n"
        let header = head((section.words == nil ? [] : [""]) + section.columns)
        guard rows.count > Self.longestOpenTable else { return bounded(opening + header, rows, limit) }
        let fold = "<details><summary>\(Plural.count(rows.count, of: "line"))</summary>\n\n"
        let folded = bounded(opening + fold + header, rows, limit - "\n</details>\n".utf8.count)
        return folded + (folded.contains("<details>") ? "\n</details>\n" : "")
    }

    private func word(for sign: ChangeLine.Sign, _ section: ChangeSections.Section) -> String? {
        switch sign {
        case .gone: section.words?.gone
        case .changed: section.words?.changed
        case .new: section.words?.new
        }
    }

    private func bounded(_ heading: String, _ rows: [String], _ limit: Int) -> String {
        var text = BoundedText(limit: limit)
        text.append(heading, items: rows)
        return text.text
    }

    private func head(_ cells: [String]) -> String { row(cells) + row(cells.map { _ in "---" }) }

    private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}
