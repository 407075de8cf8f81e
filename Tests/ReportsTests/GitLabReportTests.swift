import Findings
import Reports
import Testing

@Suite("GitLab report")
struct GitLabReportTests {
    private func render(_ report: FindingReport) -> String { GitLabReport().render(report, style: .plain) }

    @Test("a finding is an issue with all that GitLab asks for")
    func issue() {
        let source = MarkedSource("a: ⟦b⟧\n")
        let finding = Sample.finding("x", severity: .warning, at: source.places[0])
        #expect(
            render(Sample.report([finding], source)) == """
                [
                  {
                    "description": "x [duplicate-address]",
                    "check_name": "duplicate-address",
                    "fingerprint": "\(finding.fingerprint)",
                    "severity": "major",
                    "location": {
                      "path": "inventory/lan.yaml",
                      "positions": {
                        "begin": {
                          "line": 1,
                          "column": 4
                        },
                        "end": {
                          "line": 1,
                          "column": 5
                        }
                      }
                    }
                  }
                ]

                """)
    }

    @Test("a finding that is declared nowhere is placed at the inventory")
    func noPlace() {
        let files = ["net/a/x.yaml", "net/a/b/y.yaml", "net/c.yaml"].map { SourceFile(path: $0, bytes: []) }
        let report = FindingReport(
            kind: .drift, findings: FindingList(settled: [Sample.unclaimed]), sources: SourceFiles(files))
        #expect(render(report).contains("\"path\": \"net\""))
        #expect(render(Sample.drift([Sample.unclaimed])).contains("\"path\": \"inventory\""))
    }

    @Test("no findings are an empty list, and a waived one is for information")
    func others() {
        #expect(render(Sample.report([])) == "[]\n")
        let finding = Sample.finding()
        let text = render(Sample.report([finding], waivers: [Sample.waiver(of: finding)], showsWaived: true))
        #expect(text.contains("\"severity\": \"info\""))
    }
}
