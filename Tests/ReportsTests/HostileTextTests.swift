import Findings
import Observations
import Reports
import Testing

@Suite("Hostile text in every field")
struct HostileTextTests {
    static let payloads =
        [
            "=cmd|'/c calc'!A1", "+1", "@x", "\ta", "\ra", "\na", "\u{0}a", "\"", ";", "<script>alert(1)</script>",
            "<img src=x onerror=y>", "]]>", "--!>", "javascript:x", "[a](http://x)", "![](http://x)", "a|b", "\\|",
            "\\",
            "@user", "#1", "fixes #1", "GH-1", "www.example.net", "::error::x", "\n::error::x", "##[group]x", "%0A::",
            "${{ secrets.X }}", "\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{1b}]52;c;eA==\u{7}", "\u{9b}31m", "\u{202e}abc",
            "\u{2028}", "\u{2029}", "\u{200b}", "\u{feff}", "$INCLUDE /etc/passwd", "(", "\\000", "\nevil A 6.6.6.6",
            "\r\nx", "\u{85}x", "\n\n# heading", "\n- item", "\n|x|\n|-|", "   ", " ` ",
            String(repeating: "a", count: 300), "x:1:1: error: fake [rule]\nx:2:2: error: fake [rule]",
        ] + (1...10).map { String(repeating: "`", count: $0) }

    /// A report in which every text that a user or the network can choose is `text`.
    private func report(_ text: String, kind: FindingReport.Kind) throws -> FindingReport {
        let place = Findings.SourceLocation(path: text, line: 1, column: 1, endLine: 1, endColumn: 2)
        let finding = Finding(
            rule: "duplicate-address", severity: .error, message: text, help: text, location: place,
            related: [.init(text, at: place)], subject: Subject(.address, text),
            evidence: Evidence(
                verdict: text, probe: text, vantage: text, mac: text, name: text, firstSeen: text, lastSeen: text,
                lastProbed: text)
        )
        let waived = Finding(
            rule: "waived-rule", severity: .warning, message: text, location: nil, subject: Subject(.device, text))
        let scans = try Sample.scans().map {
            SubnetScan(
                vrf: text, prefix: $0.prefix, vantage: text, completed: $0.completed, coverage: $0.coverage)
        }
        return FindingReport(
            kind: kind,
            findings: FindingList(
                [finding, waived], waivers: [Sample.waiver(of: waived, reason: text, owner: text)],
                today: Sample.today),
            sources: SourceFiles([SourceFile(path: text, bytes: Array(text.utf8))]),
            coverage: LiveCoverage(alive: 2, claimed: 1), scans: kind == .drift ? scans : [], showsWaived: true,
            notices: [text]
        )
    }

    @Test("no format prints a control character or reorders text", arguments: payloads)
    func noControls(payload: String) throws {
        for format in ReportFormats.all {
            for kind in FindingReport.Kind.allCases {
                let text = format.render(try report(payload, kind: kind), style: .plain)
                let bad = text.unicodeScalars.filter {
                    $0 != "\n" && ($0.properties.generalCategory == .control || ("\u{2028}"..."\u{202e}").contains($0))
                }
                #expect(bad.isEmpty, "\(format.name)")
            }
        }
    }

    @Test("text never adds a line", arguments: payloads)
    func lineCount(payload: String) throws {
        for format in ReportFormats.all {
            let benign = format.render(try report("a", kind: .drift), style: .plain)
            let hostile = format.render(try report(payload, kind: .drift), style: .plain)
            // Help may have several lines in the human report.
            let extra =
                format.name == "human" ? payload.split(separator: "\n", omittingEmptySubsequences: false).count - 1 : 0
            #expect(
                hostile.split(separator: "\n").count <= benign.split(separator: "\n").count + extra, "\(format.name)")
        }
    }

    @Test("no line of a report begins with the text, where a runner would take it for a command", arguments: payloads)
    func lineStart(payload: String) throws {
        for format in [HumanReport() as any ReportFormat, MarkdownReport()] {
            let text = format.render(try report(payload, kind: .drift), style: .plain)
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error") || $0.hasPrefix("##[") })
        }
    }

    @Test("outside of code spans Markdown holds our own words alone", arguments: payloads)
    func markdownIsInert(payload: String) throws {
        for kind in FindingReport.Kind.allCases {
            let benign = MarkdownReport().render(try report("a", kind: kind), style: .plain)
            let hostile = MarkdownReport().render(try report(payload, kind: kind), style: .plain)
            #expect(outsideCode(hostile) == outsideCode(benign))
        }
    }

    /// Each line with its code spans replaced, as CommonMark finds them: up to the next run of as many backticks.
    private func outsideCode(_ markdown: String) -> [String] {
        markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var outside = ""
            var rest = line
            while let start = rest.firstIndex(of: "`") {
                outside += rest[..<start]
                let fence = rest[start...].prefix { $0 == "`" }
                rest = rest[fence.endIndex...]
                while let tick = rest.firstIndex(of: "`") {
                    let run = rest[tick...].prefix { $0 == "`" }
                    rest = rest[run.endIndex...]
                    if run.count == fence.count { break }
                }
                outside += "CODE"
            }
            return outside + rest
        }
    }

    @Test("a table row keeps its number of cells", arguments: payloads)
    func cells(payload: String) throws {
        let text = MarkdownReport().render(try report(payload, kind: .drift), style: .plain)
        let tables = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        let benign = MarkdownReport().render(try report("a", kind: .drift), style: .plain)
            .split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(tables.map { pipes($0) } == benign.map { pipes($0) })
    }

    /// Pipes that cut a row, as the strictest reader finds them: one that pairs backslashes.
    private func pipes(_ row: Substring) -> Int {
        row.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
    }
}
