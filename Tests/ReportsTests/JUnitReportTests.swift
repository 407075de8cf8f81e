import Findings
import Reports
import Testing

@Suite("JUnit report")
struct JUnitReportTests {
    private func render(_ report: FindingReport) -> String { JUnitReport().render(report, style: .plain) }

    @Test("a finding is a test that fails, named by its rule and subject")
    func failure() {
        let source = MarkedSource("a: ⟦b⟧\n")
        let finding = Sample.finding("'b' < \"c\"", at: source.places[0], help: "take d\nor e")
        #expect(
            render(Sample.report([finding], source)) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="ipam" tests="1" failures="1" errors="0">
                  <testsuite name="ipam validate" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="inventory/lan.yaml" name="duplicate-address: address 192.0.2.7" \
                file="inventory/lan.yaml" line="1">
                      <failure type="error" message="&#39;b&#39; &lt; &quot;c&quot;">\
                inventory/lan.yaml:1:4: error: &#39;b&#39; &lt; &quot;c&quot; [duplicate-address]
                take d
                or e</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test("notes pass and waived findings are skipped")
    func others() {
        let waived = Sample.finding("w", subject: "w")
        let text = render(
            Sample.report(
                [Sample.finding("n", severity: .note), waived], waivers: [Sample.waiver(of: waived)],
                showsWaived: true))
        #expect(text.contains(#"tests="2" failures="0" errors="0" skipped="1""#))
        #expect(text.contains(#"<skipped message="waived until 2024-10-04 by netops: moves in March"/>"#))
        #expect(text.contains("<system-out>note: n [duplicate-address]</system-out>"))
    }

    @Test("rules that found nothing are tests that pass, and no report is without a test")
    func clean() {
        var report = Sample.report([Sample.finding()])
        report.rules = [Sample.card("duplicate-address"), Sample.card("unknown-site")]
        #expect(render(report).contains(#"<testcase classname="ipam validate" name="unknown-site"/>"#))
        #expect(!render(report).contains(#"name="duplicate-address"/>"#))
        #expect(render(Sample.report([])).contains(#"tests="1" failures="0""#))
    }

    @Test("an XML parser reads every code point in a message", .enabled(if: Checker.wantsPython, Checker.note))
    func everyCodePoint() throws {
        let scalars = (UInt32(0)...0x10ffff).compactMap(Unicode.Scalar.init)
        var findings: [Finding] = []
        for start in stride(from: 0, to: scalars.count, by: 2000) {
            let text = String(String.UnicodeScalarView(scalars[start..<min(start + 2000, scalars.count)]))
            findings.append(Sample.finding(text, subject: text))
        }
        let report = FindingReport(
            kind: .validation, findings: FindingList(settled: findings), sources: SourceFiles([]))
        let script = """
            import xml.etree.ElementTree as tree
            cases = tree.parse("a.xml").getroot().findall("testsuite/testcase")
            print(len(cases), sum(len(case) for case in cases))
            """
        #expect(try Checker.run(script, ["a.xml": render(report)]) == "\(findings.count) \(findings.count)\n")
    }

    @Test(
        "a report of hostile text has the elements and attributes of its harmless twin",
        .enabled(if: Checker.wantsPython, Checker.note))
    func hostile() throws {
        let script = """
            import xml.etree.ElementTree as tree
            def shape(name): return [(e.tag, sorted(e.attrib)) for e in tree.parse(name).getroot().iter()]
            print(shape("hostile.xml") == shape("plain.xml"), len(shape("plain.xml")) > 3000)
            """
        let files = [
            "hostile.xml": render(try Hostile.report()), "plain.xml": render(try Hostile.report(isPlain: true)),
        ]
        #expect(try Checker.run(script, files) == "True True\n")
    }
}
