import Findings
import Observations
import Reports
import Testing

@Suite("What all report formats keep to")
struct ConformanceTests {
    private func reports() throws -> [FindingReport] {
        [
            Sample.report([]), Sample.report([Sample.finding()]), Sample.drift([]),
            Sample.drift(
                [Sample.unclaimed], coverage: LiveCoverage(alive: 1, claimed: 1), scans: try Sample.scans()),
        ]
    }

    @Test("text ends in one line feed, unless it is empty", arguments: ReportFormats.all.map(\.name))
    func finalNewline(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        for report in try reports() {
            let text = format.render(report, style: .plain)
            #expect(text.isEmpty || text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
    }

    @Test("no line ends in a space", arguments: ReportFormats.all.map(\.name))
    func noTrailingSpace(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        for report in try reports() {
            #expect(!format.render(report, style: .plain).contains(" \n"))
        }
    }

    @Test("the order in which findings were made does not matter", arguments: ReportFormats.all.map(\.name))
    func deterministic(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        let source = MarkedSource("a: ⟦b⟧\nc: ⟦d⟧\n")
        let findings = [
            Sample.finding("1", at: source.places[1]), Sample.finding("2", at: source.places[0]),
            Sample.finding("3"), Sample.unclaimed,
        ]
        let text = format.render(Sample.report(findings, source), style: .plain)
        #expect(format.render(Sample.report(findings.reversed(), source), style: .plain) == text)
    }

    @Test("names are unique words")
    func names() {
        let names = ReportFormats.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase } })
        #expect(ReportFormats.named("nothing") == nil)
    }
}
