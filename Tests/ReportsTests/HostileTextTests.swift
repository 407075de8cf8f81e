import Findings
import Observations
import Reports
import TestSupport
import Testing

@Suite("Hostile text in every field of every format")
struct HostileTextTests {
    /// All formats, those that list only a few findings being asked often.
    private static func texts(of format: any ReportFormat) throws -> [String] {
        if format.name == "markdown" { return [MarkdownReport().text(try Hostile.report(), limit: .max)] }
        guard format.name == "github" else { return [format.render(try Hostile.report(), style: .plain)] }
        return Hostile.Field.allCases.flatMap { field in
            Hostile.payloads.map { format.render(Hostile.report(of: field.finding($0)), style: .plain) }
        }
    }

    @Test("there are at least 200 texts") func enough() {
        #expect(Set(Hostile.payloads).count >= 200)
    }

    @Test("no format prints a control character or reorders text", arguments: ReportFormats.all.map(\.name))
    func noControls(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        for text in try Self.texts(of: format) {
            let bad = text.unicodeScalars.filter {
                !(" "..."~").contains($0) && $0 != "\n"
                    && ($0.properties.generalCategory == .control || ("\u{2028}"..."\u{202e}").contains($0)
                        || ("\u{2066}"..."\u{2069}").contains($0))
            }
            #expect(bad.isEmpty)
        }
    }

    @Test("a source line reaches a terminal without control characters")
    func sourceLines() {
        for payload in Hostile.payloads {
            let report = Hostile.report(of: Hostile.Field.message.finding("a"), source: payload)
            let text = HumanReport().render(report, style: .plain)
            #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        }
    }

    @Test("text adds no line, but for help that has several", arguments: ReportFormats.all.map(\.name))
    func lineCount(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        for field in Hostile.Field.allCases where field != .help {
            let plain = format.render(Hostile.report(of: field.finding("b")), style: .plain)
            for payload in Hostile.payloads {
                let text = format.render(Hostile.report(of: field.finding(payload)), style: .plain)
                #expect(
                    text.count { $0 == "\n" } == plain.count { $0 == "\n" }, "\(field): \(payload.debugDescription)")
            }
        }
    }

    @Test("JSON keeps every text exactly", .enabled(if: Checker.wantsPython, Checker.note))
    func exact() throws {
        let script = """
            import json
            print(ascii([finding["message"] for finding in json.load(open("a.json"))["findings"]]))
            """
        let findings = Hostile.payloads.map { Hostile.Field.message.finding($0) }
        let report = FindingReport(
            kind: .validation, findings: FindingList(settled: findings), sources: SourceFiles([]))
        let printed = try Checker.run(script, ["a.json": JSONReport().render(report, style: .plain)])
        let expected = try Checker.run(
            "import sys; print(ascii(open('a.txt', newline='').read().split('\\x00\\x00')))",
            ["a.txt": Hostile.payloads.joined(separator: "\u{0}\u{0}")])
        #expect(printed == expected)
    }

    @Test(
        "Markdown of hostile text is that of its harmless twin, but for what stands in code",
        .enabled(if: Checker.wantsMarkdown, Checker.note))
    func markdown() throws {
        let hostile = try rendered(try Hostile.parts(isPlain: false))
        let script = """
            import xml.etree.ElementTree as tree
            def nodes(name):
                found = [(e.tag.split("}")[1], "" if "code" in e.tag else e.text) for e in tree.parse(name).getroot().iter()]
                return [node for node in found]
            hostile, plain = nodes("hostile.xml"), nodes("plain.xml")
            print(hostile == plain, len(plain) > 10000)
            print({tag for tag, _ in hostile} & {"link", "image", "html_inline", "html_block", "strikethrough", "emph"})
            print([(a, b) for a, b in zip(hostile, plain) if a != b][:1])
            print([text for tag, text in hostile if tag == "text" and set(text or "") & set("@#<>`")])
            """
        let plain = try rendered(try Hostile.parts(isPlain: true))
        let printed = try Checker.run(script, ["hostile.xml": hostile, "plain.xml": plain])
        #expect(printed == "True True\nset()\n[]\n[]\n")
    }

    /// The Markdown of reports as GitHub reads it, as a tree in XML.
    private func rendered(_ reports: [FindingReport]) throws -> String {
        let directory = try TemporaryDirectory()
        let texts = reports.map { MarkdownReport().text($0, limit: .max) }
        try directory.write(texts.joined(separator: "\n"), to: "a.md")
        let reader = try #require(Checker.markdown)
        let extensions = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"].flatMap { ["-e", $0] }
        let ending = try reader.run(["--unsafe", "-t", "xml"] + extensions + ["a.md"], in: directory.path)
        try #require(ending.code == 0)
        return ending.output
    }
}
