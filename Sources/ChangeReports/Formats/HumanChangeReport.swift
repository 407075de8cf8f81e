import Changes
import Findings
import Reports

/// What a change means, for people at a terminal.
struct HumanChangeReport {
    private let report: ChangeReport
    private let style: ReportStyle
    private let paint: Paint

    init(_ report: ChangeReport, style: ReportStyle) {
        self.report = report
        self.style = style
        paint = Paint(isOn: style.usesColour)
    }

    var text: String {
        let opening = paint(TerminalText.escaped(report.title), .emphasis) + "\n"
        return opening + changes + safety + findings + notices
    }

    private var changes: String {
        guard report.changes != nil else { return "" }
        if report.isNoChange { return "\n" + paint("no change", .good) + "\n" }
        return ChangeSections(report).all.map(section).joined()
    }

    private func section(_ section: ChangeSections.Section) -> String {
        let rows = section.lines.map { [$0.subject, $0.text, $0.place].map(TerminalText.escaped) }
        let widths = [0, 1].map { column in
            rows.map { DisplayWidth.of($0[column]) }.filter { $0 <= style.width / 3 }.max() ?? 0
        }
        let lines = zip(section.lines, rows).map { line, row in
            let padded = [pad(row[0], to: widths[0]), pad(row[1], to: widths[1]), row[2]]
            let text = padded.joined(separator: "  ")
            let sign = section.words == nil ? "" : paint(line.sign.rawValue, tone(of: line.sign)) + " "
            return "  \(sign)\(String(text.reversed().drop { $0 == " " }.reversed()))\n"
        }
        return "\n" + paint(section.counts ?? section.title, .emphasis) + "\n" + lines.joined()
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    private func tone(of sign: ChangeLine.Sign) -> Paint.Tone {
        switch sign {
        case .gone: .error
        case .changed: .warning
        case .new: .good
        }
    }

    private var safety: String {
        guard let safety = report.safety, !report.isNoChange else { return "" }
        let sentence = paint(safety.sentence, safety.isStop ? .error : .emphasis)
        let parts = safety.parts.isEmpty ? "" : " (\(safety.parts))"
        let reasons = safety.reasons.map { "  = \(TerminalText.escaped($0))\n" }
        return "\n" + sentence + parts + "\n" + reasons.joined()
    }

    private var findings: String {
        let isSilent = report.findings.all.isEmpty
        let blocks = isSilent ? "" : "\n" + HumanReport().render(report.findingReport.withoutNotices, style: style)
        let balance = report.findingBalance.map { "\($0)\n" } ?? ""
        return blocks + (isSilent && !balance.isEmpty ? "\n" : "") + balance
    }

    private var notices: String {
        guard !report.notices.isEmpty else { return "" }
        return "\n" + report.notices.map { "notice: \(TerminalText.escaped($0))\n" }.joined()
    }
}

extension FindingReport {
    /// The same without what the plan says itself.
    fileprivate var withoutNotices: FindingReport {
        FindingReport(kind: kind, findings: findings, sources: sources, rules: rules, showsWaived: showsWaived)
    }
}
