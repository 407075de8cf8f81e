import Findings
import Observations
import Reports
import TestSupport
import Testing

@Suite("Saved reports")
struct SavedReportTests {
    private func text(_ report: FindingReport) -> String { JSONReport().render(report, style: .plain) }

    private func read(_ text: String) throws -> FindingReport { try SavedReport.read(Array(text.utf8)) }

    @Test("what is read back prints the same bytes")
    func roundTrip() throws {
        let source = MarkedSource("a: ⟦b⟧\nc: ⟦d⟧\n")
        let finding = Sample.finding(
            at: source.places[0], related: [.init("here", at: source.places[1])], help: "x\ny")
        let again = Sample.finding(subject: "192.0.2.8")
        let reports = [
            Sample.report([]), Sample.report([finding, finding, again], source),
            Sample.report([finding], source, waivers: [Sample.waiver(of: finding)], showsWaived: true),
            Sample.report([finding], source, waivers: [Sample.waiver(of: finding)]),
            Sample.drift([]),
            FindingReport(
                kind: .validation,
                findings: FindingList([finding, again], waivers: [], today: Sample.today)
                    .limited { $0 == again }, sources: source.sources),
            Sample.drift([Sample.unclaimed], coverage: .init(alive: 13, claimed: 11), scans: try Sample.scans()),
        ]
        for report in reports {
            #expect(text(try read(text(report))) == text(report))
        }
    }

    @Test("formats that quote no source lines show a saved report as they show a fresh one")
    func otherFormats() throws {
        let report = Sample.drift(
            [Sample.unclaimed, Sample.finding()], coverage: .init(alive: 13, claimed: 11), scans: try Sample.scans())
        let saved = try read(text(report))
        for format in ReportFormats.all {
            #expect(format.render(saved, style: .plain) == format.render(report, style: .plain), "\(format.name)")
        }
    }

    @Test("hostile text survives exactly")
    func hostile() throws {
        let report = try Hostile.report()
        #expect(text(try read(text(report))) == text(report))
    }

    @Test(
        "what is no saved report is refused with its place",
        arguments: [
            ("", "", "it is not JSON"), ("{", "(", "it is not JSON"),
            ("\"format_version\": 1", "\"format_version\": 2", "in 'format_version', this version of ipam reads 1"),
            ("\"rule\"", "\"role\"", "in 'findings[0]', 'rule' is missing"),
            ("\"line\": 1,", "\"line\": 0,", "in 'findings[0].line', a number from 1 to 1099511627776 is expected"),
            ("\"line\": 1,", "\"line\": \"1\",", "in 'findings[0].line', the value is of another type"),
            (
                "\"kind\": \"address\"", "\"kind\": \"adress\"",
                "in 'findings[0].subject.kind', the text is not what ipam writes there"
            ),
            ("\"error\",", "\"fatal\",", "in 'findings[0].severity', the text is not what ipam writes there"),
            (
                "\"findings\"", "\"changes\": [], \"findings\"",
                "in 'changes', only results of validate and drift can be shown again"
            ),
            ("\"waived\": 0", "\"waived\": -1", "in 'summary.waived', a number from 0 to 1099511627776 is expected"),
        ])
    func refused(part: String, other: String, clause: String) throws {
        let source = MarkedSource("⟦a⟧\n")
        let saved = text(Sample.report([Sample.finding(at: source.places[0])], source))
        let changed = part.isEmpty ? "" : saved.replacing(part, with: other, maxReplacements: 1)
        #expect(throws: SavedReport.Refusal(description: clause)) { try read(changed) }
    }

    @Test("bytes of any kind give a report or a refusal")
    func total() throws {
        let source = MarkedSource("⟦a⟧\n")
        let saved = Array(text(Sample.drift([Sample.finding(at: source.places[0])], scans: try Sample.scans())).utf8)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var bytes = saved
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: .min ... .max, using: &generator)
            }
            if let report = try? SavedReport.read(bytes) {
                #expect(!HumanReport().render(report, style: .plain).isEmpty, "\(generator)")
            }
        }
    }
}
