import Findings
import Reports
import Testing

@Suite("Oneline report")
struct OnelineReportTests {
    private func render(_ report: FindingReport) -> String {
        OnelineReport().render(report, style: .plain)
    }

    @Test("a finding is a line with place, severity, message and rule")
    func line() {
        let source = MarkedSource("a:\n  b: ⟦c⟧\n")
        #expect(
            render(Sample.report([Sample.finding(at: source.places[0])], source))
                == "inventory/lan.yaml:2:6: error: 192.0.2.7 already belongs to 'printer' [duplicate-address]\n")
    }

    @Test("a finding that is declared nowhere keeps the shape of the line")
    func nowhere() {
        #expect(
            render(Sample.drift([Sample.unclaimed]))
                == "-:0:0: warning: 192.0.2.77 is in use, but nobody claims it [unclaimed-address]\n")
    }

    @Test("a waived finding says until when")
    func waived() {
        let finding = Sample.finding("x")
        let report = Sample.report([finding], waivers: [Sample.waiver(of: finding)], showsWaived: true)
        #expect(render(report) == "-:0:0: error: x [duplicate-address] (waived until 2024-10-04)\n")
    }

    @Test("no findings are no lines")
    func empty() {
        #expect(render(Sample.report([])).isEmpty)
    }
}
