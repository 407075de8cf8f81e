import TestSupport
import Testing

@Suite("Reports in several places at once")
struct ReportTests {
    private static let broken = "devices:\n  - name: nas\n    onwer: alex\n"
    private static let summary = "summary.md"

    private static func actions(_ workplace: Workplace) -> [String: String] {
        ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(workplace.directory.path)/\(summary)", "CI": "true"]
    }

    @Test("one run writes every format that is asked for, and shows people why it failed")
    func several() throws {
        let workplace = try Workplace(inventory: Self.broken)
        let files = ["sarif", "gitlab", "junit", "csv", "html", "markdown", "json", "github"].map { "\($0)=out/\($0)" }
        let plain = try workplace.ipam("validate")
        let ending = try workplace.run(["validate"] + files.flatMap { ["-o", $0] })
        #expect(ending.code == 1)
        #expect(ending.output == plain.output)
        #expect(ending.output.contains("error[unknown-key]"))
        for file in files {
            let path = try #require(file.split(separator: "=").last)
            #expect(workplace.directory.text(of: String(path))?.contains("unknown-key") == true, "\(file)")
        }
    }

    @Test("in a directory of a repository, hosts get paths from its top, and people those that they can open")
    func belowTheTop() throws {
        let workplace = try Workplace(["nets/lab/inventory/all.yaml": Self.broken])
        try workplace.shell("git init -q")
        let hosts = ["github", "sarif", "gitlab"]
        let ending = try workplace.run(["validate", "-C", "nets/lab"] + hosts.flatMap { ["-o", "\($0)=\($0)"] })
        #expect(ending.output.contains("--> inventory/all.yaml:3:5"), "\(ending.output)")
        for file in hosts.map({ "nets/lab/\($0)" }) {
            let text = try #require(workplace.directory.text(of: file))
            #expect(text.contains("nets/lab/inventory/all.yaml"), "\(file): \(text)")
        }
        let around = try workplace.ipam(
            "validate", "-C", "nets", "--inventory", "./lab/../lab/inventory", "-o", "github")
        #expect(around.output.contains("file=nets/lab/inventory/all.yaml,line=3"), "\(around.output)")
    }

    @Test(
        "no report takes the place of the inventory, of what Git keeps, or of YAML anywhere",
        arguments: [
            ("inventory/all.yaml", "lies in the inventory"), ("inventory/new.json", "lies in the inventory"),
            (".git/config", "lies in what Git keeps"), (".github/workflows/ipam.yml", "no report is YAML"),
            ("other/lan.YAML", "no report is YAML"), (".ipam/cache.sqlite", "is where the cache lies"),
            (".ipam/cache.sqlite-journal", "is where the cache lies"),
        ])
    func protectedPlaces(path: String, reason: String) throws {
        let workplace = try Workplace([
            "inventory/all.yaml": Self.broken, ".git/config": "x", ".github/workflows/ipam.yml": "on: push\n",
            "other/lan.YAML": "sites: []\n",
        ])
        let before = try workplace.files()
        let ending = try workplace.ipam("validate", "-o", "csv=first.csv", "-o", "json=\(path)")
        #expect(ending.code == 2 && ending.errors.contains("'\(path)' ") && ending.errors.contains(reason))
        #expect(try workplace.files(below: path) == before.filter { $0.key == path })
        let setting = "settings: {outputs: [{format: markdown, path: \(path)}]}\n"
        try workplace.directory.write(setting + "sites: [{name: a}]\n", to: "inventory/all.yaml")
        let job = try workplace.ipam("reconcile")
        #expect(job.code == 2 && job.errors.contains(reason), "\(job.errors)")
    }

    @Test("a report takes the place of what was there before, whatever it is")
    func artefact() throws {
        let workplace = try Workplace(["inventory/all.yaml": Self.broken, "report.json": "{}"])
        #expect(try workplace.ipam("validate", "-o", "json=report.json").code == 1)
        #expect(workplace.directory.text(of: "report.json")?.contains("unknown-key") == true)
    }

    @Test("-q leaves stdout to those who asked for it")
    func quiet() throws {
        let workplace = try Workplace(inventory: Self.broken)
        #expect(try workplace.ipam("validate", "-q", "-o", "json=a.json").output == "")
        #expect(try workplace.ipam("validate", "-q").output.contains("error[unknown-key]"))
    }

    @Test("in GitHub Actions people get annotations and a summary as well, and quoted text gives no commands")
    func actions() throws {
        let workplace = try Workplace(inventory: Self.broken)
        try workplace.directory.write("## Before\n", to: Self.summary)
        let ending = try workplace.ipam(
            "validate", "--color", "never", environment: Self.actions(workplace))
        #expect(ending.code == 1)
        let lines = ending.output.split(separator: "\n", omittingEmptySubsequences: false)
        let token = try #require(lines.first?.wholeMatch(of: /::stop-commands::([0-9a-f]{32,})/)?.output.1)
        let resumed = try #require(lines.firstIndex(of: "::\(token)::"))
        #expect(lines[1].hasPrefix("error[unknown-key]"))
        #expect(lines[resumed + 1].hasPrefix("::error file=inventory/all.yaml,line=3,"))
        #expect(workplace.directory.text(of: Self.summary)?.hasPrefix("## Before\n## Inventory validation\n") == true)
        let again = try workplace.ipam("validate", environment: Self.actions(workplace))
        #expect(!again.output.contains(token), "the token can be guessed")
    }

    @Test(
        "in GitHub Actions nothing is added for programs, nor when it is not wanted",
        arguments: [
            ["-o", "json"], ["-o", "oneline"], ["-o", "github"], ["--ci", "none"], ["-o", "sarif", "-o", "human=a"],
        ])
    func nothingAdded(options: [String]) throws {
        let workplace = try Workplace(inventory: Self.broken)
        let plain = try workplace.run(["validate", "--color", "never"] + options)
        let ending = try workplace.run(
            ["validate", "--color", "never"] + options, environment: Self.actions(workplace))
        #expect(ending.output == plain.output)
        #expect(workplace.directory.text(of: Self.summary) == nil)
    }

    @Test("a summary without room is left as it is")
    func fullSummary() throws {
        let workplace = try Workplace(inventory: Self.broken)
        let full = String(repeating: "x", count: 1_000_000) + "\n"
        try workplace.directory.write(full, to: Self.summary)
        #expect(try workplace.ipam("validate", environment: Self.actions(workplace)).code == 1)
        #expect(workplace.directory.text(of: Self.summary) == full)
    }

    @Test("outputs in settings named csv and json are exports")
    func settings() throws {
        let workplace = try Workplace(
            inventory: """
                settings:
                  outputs: [{format: csv, path: out/a.csv}, {format: html, path: out/a.html}]
                subnets: [{prefix: 192.0.2.0/24, name: a, scan: {enabled: false}}]

                """)
        try workplace.ipam("reconcile")
        #expect(workplace.directory.text(of: "out/a.csv")?.hasPrefix("address,") == true)
        #expect(workplace.directory.text(of: "out/a.html")?.contains("<h1>Network drift</h1>") == true)
    }

    @Test("a saved result is shown in other formats, and ends with 0 unless findings are to count")
    func saved() throws {
        let workplace = try Workplace(inventory: Self.broken)
        let fresh = try workplace.ipam("validate", "-o", "oneline", "-o", "json=a.json")
        let saved = try workplace.ipam("report", "a.json", "-o", "oneline", "-o", "json=b.json", "-o", "sarif=a.sarif")
        #expect(saved.code == 0)
        #expect(saved.output == fresh.output)
        #expect(workplace.directory.text(of: "b.json") == workplace.directory.text(of: "a.json"))
        #expect(workplace.directory.text(of: "a.sarif")?.contains("\"shortDescription\"") == true)
        #expect(try workplace.ipam("report", "a.json", "--fail-on", "error").code == 1)
    }

    @Test("what is no saved result ends with 2 and says why", arguments: ["{}", "", "[1]"])
    func notSaved(text: String) throws {
        let workplace = try Workplace(["a.json": text])
        let ending = try workplace.ipam("report", "a.json")
        #expect(ending.code == 2)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("error: cannot use 'a.json': "))
        #expect(try workplace.ipam("report", "nowhere.json").code == 2)
    }
}
