import Findings
import Reports
import Testing

@Suite("GitHub report")
struct GitHubReportTests {
    private func commands(_ report: FindingReport) -> [RunnerEmulator.Command] {
        RunnerEmulator.commands(in: GitHubReport().render(report, style: .plain))
    }

    @Test("a finding is an annotation at its place that repeats its place in the log")
    func annotation() {
        let source = MarkedSource("a: ⟦b⟧\nc: ⟦b⟧\n")
        let finding = Sample.finding(
            "'b' is taken", at: source.places[1], related: [.init("first claimed here", at: source.places[0])],
            help: "take c\nor d")
        #expect(
            GitHubReport().render(Sample.report([finding], source), style: .plain)
                == "::error file=inventory/lan.yaml,line=2,endLine=2,col=4,endColumn=5,title=duplicate-address::"
                + "inventory/lan.yaml:2:4: 'b' is taken [duplicate-address]%0A"
                + "first claimed here: inventory/lan.yaml:1:4%0Ahelp: take c%0Aor d\n")
    }

    @Test("a region of several lines has no columns, which GitHub would refuse")
    func severalLines() {
        let source = MarkedSource("⟦a:\n  b⟧\n")
        let finding = Sample.finding("c", severity: .note, at: source.places[0])
        #expect(
            commands(Sample.report([finding], source)).map(\.properties)
                == [["file": "inventory/lan.yaml", "line": "1", "endLine": "2", "title": "duplicate-address"]])
    }

    @Test(
        "nine errors, nine warnings and one annotation for the rest",
        arguments: [
            (9, 9, 0, nil), (10, 0, 0, "and 1 more error,"), (37, 12, 30, "and 28 more errors, 3 warnings, 21 notes,"),
            (0, 11, 3, "and 2 more warnings,"),
        ])
    func budget(errors: Int, warnings: Int, notes: Int, rest: String?) {
        let findings = [(Severity.error, errors), (.warning, warnings), (.note, notes)].flatMap { severity, count in
            (0..<count).map { Sample.finding(severity: severity, subject: "\(severity) \($0)") }
        }
        let found = commands(Sample.report(findings))
        #expect(found.count { $0.name == "error" } <= 10)
        #expect(found.count { $0.name == "warning" } <= 10)
        #expect(found.count { $0.name == "notice" } <= 10)
        let last = found.last { $0.properties["title"] == "ipam" }
        #expect(last?.data.hasPrefix(rest ?? "") == rest.map { _ in true })
        #expect(found.count - (last == nil ? 0 : 1) == min(9, errors) + min(9, warnings) + min(9, notes))
    }

    @Test("waived findings make no annotations")
    func waived() {
        let finding = Sample.finding()
        let report = Sample.report([finding], waivers: [Sample.waiver(of: finding)], showsWaived: true)
        #expect(GitHubReport().render(report, style: .plain) == "")
    }

    @Test("hostile text makes no command and adds none", arguments: Hostile.Field.allCases)
    func hostile(field: Hostile.Field) {
        for payload in Hostile.payloads {
            let finding = field.finding(payload)
            let found = commands(Hostile.report(of: finding))
            #expect(found.count == (finding.waiver == nil ? 1 : 0))
            guard let command = found.first else { continue }
            #expect(command.name == "error")
            #expect(command.properties.keys.sorted() == ["col", "endColumn", "endLine", "file", "line", "title"])
            #expect(command.properties["file"] == TerminalText.escaped(finding.location?.path ?? ""))
        }
    }

    @Test("no format gives the runner a command by what it quotes", arguments: ["human", "oneline", "markdown"])
    func otherFormats(name: String) throws {
        let format = try #require(ReportFormats.named(name))
        #expect(RunnerEmulator.commands(in: format.render(try Hostile.report(), style: .plain)) == [])
        for payload in Hostile.payloads {
            let report = Hostile.report(of: Hostile.Field.message.finding("a"), source: payload)
            #expect(RunnerEmulator.commands(in: format.render(report, style: .plain)) == [])
        }
    }
}
