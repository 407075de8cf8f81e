import Foundation
import TestSupport
import Testing

@Suite("The action that runs ipam")
struct ActionTests {
    private static let script = Forge.scripts.appending(path: "ipam/run")

    /// Runs the action's script as a runner would; also gives its outputs and its summary.
    private func run(
        _ command: String, in workplace: Workplace, at folder: String = "", _ inputs: [String: String] = [:]
    ) throws -> (ending: Program.Ending, outputs: [Substring: Substring], summary: String) {
        let runner = try TemporaryDirectory()
        try runner.write("", to: "output")
        let ending = try Program(Self.script).run(
            [], in: workplace.directory.path + "/" + folder,
            environment: [
                "PATH": workplace.searchPath, "RUNNER_TEMP": runner.path, "COMMAND": command, "GITHUB_ACTIONS": "true",
                "GITHUB_OUTPUT": runner.path + "/output", "GITHUB_STEP_SUMMARY": runner.path + "/summary",
                "SOURCE_DATE_EPOCH": Workplace.epoch,
            ].merging(inputs) { $1 })
        let outputs = (runner.text(of: "output") ?? "").split(separator: "\n").map {
            $0.split(separator: "=", maxSplits: 1)
        }
        return (
            ending, Dictionary(uniqueKeysWithValues: outputs.map { ($0[0], $0.dropFirst().first ?? "") }),
            runner.text(of: "summary") ?? ""
        )
    }

    @Test("findings end the step with 1, are counted, and stand in the summary")
    func findings() throws {
        let workplace = try Workplace(inventory: "devices: [{name: a, onwer: b}]\n")
        let (ending, outputs, summary) = try run("validate", in: workplace)
        #expect(ending.code == 1)
        #expect(outputs["status"] == "1" && outputs["errors"] == "1" && outputs["warnings"] == "0")
        #expect(outputs["json"]?.hasSuffix("/report.json") == true)
        #expect(summary.hasPrefix("## Inventory validation\n"))
        #expect(ending.output.contains("\n::error file=inventory/all.yaml,line=1,"), "\(ending.output)")
    }

    @Test("inputs name another directory, another threshold and more arguments")
    func inputs() throws {
        let workplace = try Workplace(["net/a.yaml": "devices: [{name: a, onwer: b}]\n"])
        let inputs = ["INVENTORY": "net", "FAIL_ON": "never", "ARGUMENTS": "--now 2026-01-01T00:00:00Z\n-v"]
        let (ending, outputs, _) = try run("validate", in: workplace, inputs)
        #expect(ending.code == 0)
        #expect(outputs["status"] == "0" && outputs["errors"] == "1")
        #expect(ending.errors.contains("as of 2026-01-01T00:00:00Z"))
    }

    @Test("SARIF is written where it was asked for")
    func sarif() throws {
        let workplace = try Workplace(inventory: "devices: [{name: a}]\n")
        let (ending, outputs, _) = try run("validate", in: workplace, ["SARIF": "out/ipam.sarif"])
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(outputs["sarif"] == "out/ipam.sarif")
        #expect(workplace.directory.text(of: "out/ipam.sarif")?.contains("\"version\": \"2.1.0\"") == true)
    }

    @Test("a run without a verdict says so, whatever it found")
    func noVerdict() throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.0/29}]\n")
        let (ending, outputs, _) = try run("drift", in: workplace)
        #expect(ending.code == 4 && outputs["status"] == "4")
        #expect(ending.output.contains("::error title=No verdict::"))
    }

    @Test("a failure says so and leaves no reports")
    func failure() throws {
        let (ending, outputs, summary) = try run("validate", in: try Workplace())
        #expect(ending.code == 2)
        #expect(outputs == ["status": "2"])
        #expect(summary == "")
        #expect(ending.output.contains("::error title=ipam failed::Exit code 2"))
    }

    @Test("a pull request is planned from its merge and what it is merged into, two commits deep")
    func plan() throws {
        let workplace = try Workplace(["origin/inventory/a.yaml": "devices: [{name: a}]\n"])
        let identity = "-c user.name=a -c user.email=a@example.net"
        let made = try workplace.shell(
            """
            set -e
            cd origin && git init -q -b main && git add . && git \(identity) commit -qm 1
            git checkout -qb change && echo "sites: [{name: s}]" > inventory/b.yaml
            git add . && git \(identity) commit -qm 2 && git checkout -q main
            git \(identity) commit -q --allow-empty -m 3 && git \(identity) merge -q --no-ff -m 4 change
            cd .. && git clone -q --depth 2 "file://$PWD/origin" clone
            """)
        #expect(made.code == 0, "\(made.errors)")
        let (ending, outputs, summary) = try run(
            "plan", in: workplace, at: "clone", ["ARGUMENTS": "--base HEAD^1 --head HEAD"])
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        #expect(outputs["status"] == "0" && outputs["errors"] == "0")
        #expect(summary.contains("| added | `site s` |"), "\(summary)")
    }

    @Test("a repository that belongs to somebody else is read, as in a container")
    func foreignRepository() throws {
        let workplace = try Workplace(inventory: "devices: [{name: a}]\n")
        let made = try workplace.shell(
            "git init -q && git add . && git -c user.name=a -c user.email=a@example.net commit -qm 1")
        #expect(made.code == 0, "\(made.errors)")
        let isForeign = ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"]
        #expect(try workplace.run(["plan", "--base", "HEAD"], environment: isForeign).code == 2)
        let place = ["ARGUMENTS": "--base HEAD", "GITHUB_WORKSPACE": workplace.directory.path]
        let (ending, _, _) = try run("plan", in: workplace, place.merging(isForeign) { $1 })
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }

    @Test("a command without reports is run as it is")
    func plainCommand() throws {
        let workplace = try Workplace(inventory: "devices: [{name: a}]\n")
        let (ending, outputs, _) = try run("export", in: workplace, ["ARGUMENTS": "csv"])
        #expect(ending.code == 0)
        #expect(outputs == ["status": "0"])
    }
}
