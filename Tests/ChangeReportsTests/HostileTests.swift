import ChangeReports
import Changes
import Findings
import Foundation
import InventoryModel
import JSONShapes
import Reports
import TestSupport
import Testing

@Suite("Hostile text in reports on changes")
struct HostileTests {
    /// Where a text of the inventory can stand that a plan shows.
    enum Field: CaseIterable {
        case device, interface, owner, description, role, tag, reservation, subnetName, pool, site, settings, waiver
        case path, revision, notice

        /// A report in which the field holds a text before the change, and another after it; nil if the inventory
        /// cannot hold it.
        func report(_ text: String) -> ChangeReport? {
            func value(_ field: Field) -> String { JSON.string(field == self ? text : "a").text(.compact) }
            let base = """
                settings: {name: \(value(.settings))}
                subnets:
                  - {prefix: 192.0.2.0/24, name: \(value(.subnetName)), pools: [{name: \(value(.pool)), range: 192.0.2.0/28, purpose: static}]}
                sites: [{name: \(value(.site)), description: \(value(.description))}]
                devices:
                  - name: \(value(.device))
                    owner: \(value(.owner))
                    role: \(value(.role))
                    tags: [\(value(.tag))]
                    interfaces: [{name: \(value(.interface)), addresses: [192.0.2.1]}]
                reservations: [{address: 192.0.2.2, name: \(value(.reservation)), description: \(value(.description))}]
                waivers: [{rule: a-b, subject: \(value(.waiver)), reason: \(value(.waiver)), owner: o, expires: 2027-01-01}]
                """
            let sources = SourceFiles([SourceFile(path: "a", bytes: Array(base.utf8))])
            guard InventoryReader.read(sources).faults.isEmpty else { return nil }
            let head = base.replacing("192.0.2.1]", with: "192.0.2.3]").replacing("192.0.2.2,", with: "192.0.2.4,")
                .replacing("/28", with: "/29").replacing("2027-01-01", with: "2027-01-02")
                .replacing("owner: ", with: "description: x\n    owner: ")
            let own = self == .path ? text : "inventory/a.yaml"
            func notice(_ text: String) -> [String] { self == .notice ? [text] : ["a"] }
            return Sample.report(
                base, head, path: own, revision: self == .revision ? text : "main", notices: notice(text))
        }
    }

    private static let reports: [(field: Field, text: String, report: ChangeReport)] = Field.allCases.flatMap { field in
        HostileText.payloads.compactMap { text in field.report(text).map { (field, text, $0) } }
    }

    @Test("most texts can stand in most fields")
    func enough() {
        #expect(Self.reports.count > HostileText.payloads.count * Field.allCases.count / 2)
    }

    @Test("no format prints a control character or reorders text", arguments: ["human", "markdown", "json", "github"])
    func noControls(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        for (field, payload, report) in Self.reports {
            let bad = report.render(as: format, style: .plain).unicodeScalars.contains {
                $0 != "\n"
                    && ($0.properties.generalCategory == .control || ("\u{2028}"..."\u{202e}").contains($0)
                        || ("\u{2066}"..."\u{2069}").contains($0))
            }
            #expect(!bad, "\(field): \(payload.debugDescription)")
        }
    }

    @Test("text adds no line", arguments: ["human", "markdown"])
    func lineCount(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        func lines(_ report: ChangeReport) -> Int {
            report.render(as: format, style: .plain).count { $0 == "\n" }
        }
        let plain = Dictionary(
            uniqueKeysWithValues: Field.allCases.compactMap { field in field.report("b").map { (field, lines($0)) } })
        for (field, payload, report) in Self.reports {
            #expect(lines(report) == plain[field], "\(field): \(payload.debugDescription)")
        }
    }

    @Test(
        "Markdown of hostile text holds no link, image, mention or HTML",
        .enabled(if: Program.areWanted("cmark-gfm"), "not installed: apt install cmark-gfm"))
    func markdown() throws {
        let reader = try #require(Program(installed: "cmark-gfm"))
        let directory = try TemporaryDirectory()
        let texts = Self.reports.map { $0.report.render(as: MarkdownReport(), style: .plain) }
        try directory.write(texts.joined(separator: "\n"), to: "a.md")
        let extensions = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"].flatMap { ["-e", $0] }
        let ending = try reader.run(["--unsafe", "-t", "xml"] + extensions + ["a.md"], in: directory.path)
        try #require(ending.code == 0)
        for tag in ["link", "image", "html_inline", "html_block", "strikethrough", "emph", "code_block"] {
            #expect(!ending.output.contains("<\(tag)"), "\(tag)")
        }
        let nodes = ending.output.split(separator: "\n").filter { $0.contains("<text ") }
        #expect(nodes.count > 1000)
        #expect(!nodes.contains { $0.contains("@") || $0.contains("&lt;") })
    }
}
