import Findings
import Observations
import Reports
import Testing

@Suite("Markdown report")
struct MarkdownReportTests {
    private func render(_ report: FindingReport) -> String {
        MarkdownReport().render(report, style: .plain)
    }

    @Test("counts come first, then a table for each severity")
    func validation() {
        let source = MarkedSource("a: ⟦b⟧\n")
        let findings = [
            Sample.finding(at: source.places[0]), Sample.finding("half done", severity: .note, subject: "db1"),
        ]
        #expect(
            render(Sample.report(findings, source)) == """
                ## Inventory validation

                **1 error, 0 warnings, 1 note**

                ### Errors (1)

                | Rule | Where | What |
                | --- | --- | --- |
                | `duplicate-address` | `inventory/lan.yaml:1:4` | `192.0.2.7 already belongs to 'printer'` |

                ### Notes (1)

                | Rule | Where | What |
                | --- | --- | --- |
                | `duplicate-address` | `db1` | `half done` |

                """)
    }

    @Test("drift has evidence, coverage, notices and scans")
    func drift() throws {
        let report = Sample.drift(
            [Sample.unclaimed], coverage: LiveCoverage(alive: 1, claimed: 0), scans: try Sample.scans(),
            notices: ["interrupted"])
        #expect(
            render(report) == """
                ## Network drift

                **0 errors, 1 warning, 0 notes**

                Coverage: 0 of 1 live address is claimed (0 %)

                - `interrupted`

                ### Warnings (1)

                | Rule | Where | What | Evidence | Edit |
                | --- | --- | --- | --- | --- |
                | `unclaimed-address` | `192.0.2.77` | `192.0.2.77 is in use, but nobody claims it` | `alive (icmp), \
                mac 02:00:5e:10:00:01, name nas.example.net, last seen 2026-11-22T20:00:00Z, \
                last probed 2026-11-22T21:00:00Z, from lon1` | `` add `- {address: 192.0.2.77}` under `reservations:` `` |

                ### Scans (2)

                | Subnet | Basis | Latest run |
                | --- | --- | --- |
                | `192.0.2.0/24` | `scanned 2026-11-18T11:06:40Z from lon1` | `13 alive, 241 silent` |
                | `lab/192.0.2.0/24` | `never scanned to the end` | n/a |

                """)
    }

    @Test("waived findings have a table of their own, on request")
    func waived() {
        let finding = Sample.finding("x")
        let waiver = Sample.waiver(of: finding)
        #expect(!render(Sample.report([finding], waivers: [waiver])).contains("###"))
        #expect(
            render(Sample.report([finding], waivers: [waiver], showsWaived: true)).hasSuffix(
                """
                ### Waived (1)

                | Rule | Where | What | Reason | Owner | Until |
                | --- | --- | --- | --- | --- | --- |
                | `duplicate-address` | `192.0.2.7` | `x` | `moves in March` | `netops` | `2024-10-04` |

                """))
    }

    @Test("what does not fit is counted, and every finding is listed or counted", arguments: [10, 400, 5000])
    func limit(count: Int) throws {
        let long = String(repeating: "\u{10ffff}`", count: 400)
        let findings = (0..<count).map {
            Sample.finding("\($0) \(long)", severity: Severity.allCases[$0 % 3], subject: "\($0)")
        }
        let scan = try Sample.scans()
        let text = render(
            Sample.drift(
                findings, scans: (0..<count).map { scan[$0 % 2] }, notices: (0..<count).map { "\($0) \(long)" }))
        #expect(text.utf8.count <= MarkdownReport.limit)
        let rows = text.split(separator: "\n").count { $0.contains("duplicate-address") }
        let scans = text.split(separator: "\n").count { $0.contains("192.0.2.0/24") }
        let notices = text.split(separator: "\n").count { $0.hasPrefix("- ") }
        let more = text.matches(of: /\n(\d+) more\n/).compactMap { Int($0.output.1) }.reduce(0, +)
        #expect(rows + scans + notices + more == 3 * count)
    }
}
