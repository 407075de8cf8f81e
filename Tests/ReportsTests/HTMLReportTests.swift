import Findings
import Reports
import Testing

@Suite("HTML report")
struct HTMLReportTests {
    private func render(_ report: FindingReport) -> String { HTMLReport().render(report, style: .plain) }

    @Test("a page loads nothing, runs nothing, and says so to the browser")
    func policy() throws {
        let page = render(try Hostile.report(isPlain: true))
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"))
        for word in ["<script", "src=", "href=", "url(", "@import", "http://", "https://"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test("a finding is a row that its severity and its rule can filter")
    func filters() {
        let page = render(Sample.report([Sample.finding("x"), Sample.unclaimed]))
        #expect(page.contains(#"<input type="checkbox" id="show-error" checked> 1 error</label>"#))
        #expect(page.contains(#"<input type="radio" name="rule" id="rule-1"> unclaimed-address (1)</label>"#))
        #expect(page.contains(#"<tr class="finding error rule-0""#))
        #expect(page.contains("body:has(#show-error:not(:checked)) tr.error { display: none }"))
        #expect(page.contains("body:has(#rule-1:checked) tr.finding:not(.rule-1) { display: none }"))
        #expect(!page.contains("#rule-2"))
    }

    @Test("every rule that is broken is explained below")
    func rules() {
        var report = Sample.report([Sample.finding()])
        report.rules = [Sample.card("duplicate-address"), Sample.card("unknown-site")]
        #expect(render(report).contains("<dt><code>duplicate-address</code>\n: two claim one</dt>"))
        #expect(!render(report).contains("unknown-site"))
    }

    @Test("a clean run is a page that says so")
    func clean() {
        #expect(render(Sample.report([])).contains("<p>No findings.</p>"))
    }

    @Test("more findings than a browser likes are counted")
    func limit() {
        let findings = (0..<10_003).map { Sample.finding(severity: $0 < 3 ? .note : .error, subject: "\($0)") }
        let page = render(Sample.report(findings))
        #expect(page.contains("3 more findings left out"))
        #expect(!page.contains("finding note"))
    }

    @Test(
        "a page of hostile text has the elements and attributes of its harmless twin",
        .enabled(if: Checker.wantsPython, Checker.note))
    func hostile() throws {
        let script = """
            import html5lib
            def shape(name):
                page = html5lib.parse(open(name, newline="").read(), namespaceHTMLElements=False)
                return [(str(e.tag), sorted(a for a in e.attrib), e.get("class")) for e in page.iter()]
            hostile, plain = shape("hostile.html"), shape("plain.html")
            rules = lambda list: [(tag, names, None) for tag, names, _ in list]
            print(rules(hostile) == rules(plain), {tag for tag, _, _ in plain} & {"script", "a", "img", "svg"})
            print(len(plain) > 10000)
            """
        let files = [
            "hostile.html": render(try Hostile.report()), "plain.html": render(try Hostile.report(isPlain: true)),
        ]
        #expect(try Checker.run(script, files) == "True set()\nTrue\n")
    }
}
