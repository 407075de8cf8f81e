import Findings
import Reports
import Testing

@Suite("CSV report")
struct CSVReportTests {
    private func render(_ report: FindingReport) -> String { CSVReport().render(report, style: .plain) }

    @Test("validation and drift have the same columns, and a finding is a row")
    func rows() {
        let source = MarkedSource("a: ⟦b⟧\n")
        let text = render(Sample.report([Sample.finding("no, \"b\"", at: source.places[0]), Sample.unclaimed], source))
        #expect(
            text == """
                severity,rule,message,path,line,column,end_line,end_column,subject_kind,subject,related,help,fingerprint,\
                verdict,probe,vantage,mac,name,first_seen,last_seen,last_probed,waived_until,waiver_owner,waiver_reason
                error,duplicate-address,"no, ""b\""",inventory/lan.yaml,1,4,1,5,address,192.0.2.7,,,\
                \(Sample.finding().fingerprint),,,,,,,,,,,
                warning,unclaimed-address,"192.0.2.77 is in use, but nobody claims it",,,,,,address,192.0.2.77,,,\
                \(Sample.unclaimed.fingerprint),alive,icmp,lon1,02:00:5e:10:00:01,nas.example.net,2026-11-01T00:00:00Z,\
                2026-11-22T20:00:00Z,2026-11-22T21:00:00Z,,,

                """)
        #expect(render(Sample.drift([])) == render(Sample.report([])))
    }

    @Test(
        "no cell of hostile text begins a formula, and none adds a cell or a row",
        .enabled(if: Checker.wantsPython, Checker.note))
    func hostile() throws {
        let script = """
            import csv
            rows = list(csv.reader(open("a.csv", newline="")))
            cells = [cell for row in rows for cell in row]
            print(len(rows), {len(row) for row in rows})
            print([cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠") or cell[:1] in tuple("\\t\\r\\n\\0")])
            print([cell for cell in cells if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in cell)])
            """
        let count = Hostile.payloads.count * Hostile.Field.allCases.count + 1
        #expect(try Checker.run(script, ["a.csv": render(try Hostile.report())]) == "\(count) {24}\n[]\n[]\n")
    }
}
