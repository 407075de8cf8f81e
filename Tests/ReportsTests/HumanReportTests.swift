import Findings
import Observations
import Reports
import Testing

@Suite("Human report")
struct HumanReportTests {
    private func render(_ report: FindingReport, width: Int = 100) -> String {
        HumanReport().render(report, style: ReportStyle(usesColour: false, width: width))
    }

    @Test("a finding shows its line, a mark under the exact text, related places and help")
    func wholeFinding() {
        let source = MarkedSource(
            """
            devices:
              - name: printer
                interfaces: [{name: eth0, addresses: [⟦192.0.2.7⟧]}]
              # a
              # b
              # c
              # d
              # e
              - name: scanner
                interfaces: [{name: eth0, addresses: [⟦192.0.2.7⟧]}]
            """)
        let finding = Sample.finding(
            at: source.places[1], related: [.init("first claimed here", at: source.places[0])],
            help: "take 192.0.2.8\nor share it: role: vip"
        )
        #expect(
            render(Sample.report([finding], source)) == """
                error[duplicate-address]: 192.0.2.7 already belongs to 'printer'
                  --> inventory/lan.yaml:10:43
                   |
                10 |     interfaces: [{name: eth0, addresses: [192.0.2.7]}]
                   |                                           ^^^^^^^^^
                  ::: inventory/lan.yaml:3:43
                   |
                 3 |     interfaces: [{name: eth0, addresses: [192.0.2.7]}]
                   |                                           --------- first claimed here
                   |
                   = help: take 192.0.2.8
                           or share it: role: vip
                   = explain: ipam explain duplicate-address

                1 error, 0 warnings, 0 notes

                """)
    }

    @Test("drift shows evidence, coverage and scans")
    func drift() throws {
        let report = Sample.drift(
            [Sample.unclaimed], coverage: LiveCoverage(alive: 13, claimed: 11), scans: try Sample.scans(),
            notices: ["the run from lon1 was interrupted"]
        )
        #expect(
            render(report) == """
                warning[unclaimed-address]: 192.0.2.77 is in use, but nobody claims it
                  = edit: add `- {address: 192.0.2.77}` under `reservations:`
                  = evidence: alive (icmp), mac 02:00:5e:10:00:01, name nas.example.net, last seen 2026-11-22T20:00:00Z, \
                last probed 2026-11-22T21:00:00Z, from lon1
                  = explain: ipam explain unclaimed-address

                coverage: 11 of 13 live addresses are claimed (84 %)
                scan: 192.0.2.0/24 scanned 2026-11-18T11:06:40Z from lon1; 13 alive, 241 silent
                scan: lab/192.0.2.0/24 never scanned to the end
                notice: the run from lon1 was interrupted
                0 errors, 1 warning, 0 notes

                """)
    }

    @Test("a clean result is one line")
    func clean() {
        #expect(render(Sample.report([], MarkedSource("a: b"))) == "no findings in 1 file\n")
        #expect(render(Sample.drift([])) == "no drift\n")
    }

    @Test("coverage is n/a when nothing is alive")
    func noCoverage() {
        let report = Sample.drift([], coverage: LiveCoverage(alive: 0, claimed: 0))
        #expect(render(report) == "coverage: n/a\nno drift\n")
    }

    @Test("a rule is explained once")
    func explainedOnce() {
        let text = render(Sample.report([Sample.finding(), Sample.finding(subject: "192.0.2.8")]))
        #expect(text.split(separator: "\n").count { $0.contains("= explain:") } == 1)
    }

    @Test("a waived finding is counted, and listed only on request")
    func waived() {
        let finding = Sample.finding()
        let waiver = Sample.waiver(of: finding)
        #expect(render(Sample.report([finding], waivers: [waiver])) == "no findings in 0 files; 1 waived\n")
        #expect(
            render(Sample.report([finding], waivers: [waiver], showsWaived: true)) == """
                error[duplicate-address]: 192.0.2.7 already belongs to 'printer'
                  = waived: until 2024-10-04 by netops: moves in March
                  = explain: ipam explain duplicate-address

                no findings in 0 files; 1 waived

                """)
    }

    @Test("a finding in a file that could not be read shows its place alone")
    func noSource() {
        let place = Findings.SourceLocation(path: "inventory/gone.yaml", line: 1, column: 1, endLine: 1, endColumn: 1)
        let finding = Sample.finding("cannot be read", at: place, related: [.init("linked here", at: place)])
        #expect(
            render(Sample.report([finding])) == """
                error[duplicate-address]: cannot be read
                 --> inventory/gone.yaml:1:1
                 ::: inventory/gone.yaml:1:1 linked here
                  |
                  = explain: ipam explain duplicate-address

                1 error, 0 warnings, 0 notes

                """)
    }

    @Test("a span over several lines shows its first and its last")
    func severalLines() {
        let source = MarkedSource("a:\n  ⟦- one\n  - two\n  - three⟧\n")
        #expect(
            render(Sample.report([Sample.finding("too much", at: source.places[0])], source)) == """
                error[duplicate-address]: too much
                 --> inventory/lan.yaml:2:3
                  |
                2 |   - one
                  |   ^^^^^
                ...
                4 |   - three
                  |   ^^^^^^^
                  |
                  = explain: ipam explain duplicate-address

                1 error, 0 warnings, 0 notes

                """)
    }

    @Test("a span of two lines that ends with a line break shows both, and its label once")
    func twoLines() {
        let source = MarkedSource("a:\n  ⟦- one\n\t- two\n⟧b: c\n")
        let finding = Sample.finding("too much", related: [.init("here", at: source.places[0])])
        #expect(
            render(Sample.report([finding], source)).hasPrefix(
                """
                error[duplicate-address]: too much
                 ::: inventory/lan.yaml:2:3
                  |
                2 |   - one
                  |   -----
                3 |     - two
                  |     ----- here
                  |

                """))
    }

    @Test("with a limit the gravest stay, in the order of their places, and the rest are counted")
    func limit() {
        let findings = (1...9).map { Sample.finding("\($0)", severity: $0 % 3 == 0 ? .error : .note, subject: "\($0)") }
        let text = HumanReport().render(
            Sample.report(findings), style: ReportStyle(usesColour: false, width: 100, limit: 4))
        #expect(text.matches(of: /\]: (\d)/).map(\.output.1) == ["1", "3", "6", "9"])
        #expect(text.hasSuffix("5 more findings: `--limit 0` lists all\n3 errors, 0 warnings, 6 notes\n"))
    }

    @Test("colour adds nothing but escape sequences")
    func colour() throws {
        let source = MarkedSource("a: ⟦b⟧\n")
        let finding = Sample.finding(at: source.places[0], related: [.init("here", at: source.places[0])], help: "x")
        let report = Sample.report([finding], source)
        let coloured = HumanReport().render(report, style: ReportStyle(usesColour: true, width: 100))
        #expect(coloured.contains("\u{1b}[1;31merror[duplicate-address]\u{1b}[0m"))
        #expect(coloured.replacing(/\u{1b}\[[0-9;]*m/, with: "") == render(report))
    }

    @Test("source lines stay within the width", arguments: [40, 41, 80, 120])
    func width(columns: Int) {
        for lead in [0, 10, 35, 200, 5000] {
            let text = String(repeating: "- ", count: lead) + "⟦address⟧" + String(repeating: " #", count: 300)
            let source = MarkedSource(text)
            let lines = render(Sample.report([Sample.finding(at: source.places[0])], source), width: columns)
                .split(separator: "\n")
            #expect(lines[3].count <= columns)
            #expect(lines[4].dropFirst(4).count <= columns)
            #expect(lines[3].contains("address"))
        }
    }
}
