import Foundation
import TestSupport
import Testing

@Suite("What a change means, read from Git")
struct PlanTests {
    private let sandbox: GitSandbox

    init() throws {
        sandbox = try #require(try GitSandbox(), "not installed: apt install git")
    }

    private static let subnet = "subnets: [{prefix: 192.0.2.0/24}]\n"

    private func device(_ name: String, _ address: String) -> String {
        "devices: [{name: \(name), interfaces: [{name: eth0, addresses: [\(address)]}]}]\n"
    }

    private func ipam(
        _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Program.Ending {
        try Workplace.program.run(
            arguments, in: folder ?? sandbox.directory.path,
            environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": Workplace.epoch]) { $1 }
                .merging(environment) { $1 })
    }

    /// A branch `main` with a subnet, and a branch `change`, checked out, that adds a device.
    private func makeChange() throws {
        try sandbox.commit(["inventory/net.yaml": Self.subnet])
        try sandbox.run("checkout", "-q", "-b", "change")
        try sandbox.commit(["inventory/a.yaml": device("a", "192.0.2.9")])
    }

    @Test("neither the working tree nor anything that Git keeps is touched")
    func untouched() throws {
        try makeChange()
        try sandbox.directory.write("devices: []\n", to: "inventory/uncommitted.yaml")
        try sandbox.run("add", "inventory/a.yaml")
        let workplace = { try Snapshot(of: sandbox.directory.url) }
        let before = try workplace()
        for arguments in [["--head", "change"], [], ["--also", "change"]] {
            let ending = try Workplace.program.run(
                ["plan", "--base", "main"] + arguments, in: sandbox.directory.path, environment: GitSandbox.environment)
            #expect(ending.code == 0, "\(ending.errors)")
        }
        #expect(try workplace() == before)
    }

    /// Every file below a directory with its bytes and the time of its last change.
    private struct Snapshot: Equatable {
        var files: [String: Data] = [:]
        var times: [String: Date] = [:]

        init(of root: URL) throws {
            for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? [] {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(root.path)/\(path)")
                times[path] = attributes[.modificationDate] as? Date
                files[path] = try? Data(contentsOf: root.appending(path: path))
            }
        }
    }

    @Test("from below the top, from elsewhere with -C, and in another worktree, the plan is the same")
    func places() throws {
        try sandbox.commit(["site/inventory/net.yaml": Self.subnet])
        try sandbox.run("checkout", "-q", "-b", "change")
        try sandbox.commit(["site/inventory/a.yaml": device("a", "192.0.2.9")])
        let worktree = try TemporaryDirectory()
        try sandbox.run("worktree", "add", "-q", "--detach", "\(worktree.path)/tree")
        let top = sandbox.directory.path
        let arguments = ["plan", "--base", "main", "-o", "json"]
        let plans = try [
            Workplace.program.run(arguments, in: "\(top)/site", environment: GitSandbox.environment),
            Workplace.program.run(arguments + ["-C", "\(top)/site"], in: "/", environment: GitSandbox.environment),
            Workplace.program.run(arguments, in: "\(worktree.path)/tree/site", environment: GitSandbox.environment),
        ]
        #expect(plans.allSatisfy { $0.code == 0 }, "\(plans.map(\.errors))")
        #expect(Set(plans.map(\.output)).count == 1)
        #expect(plans[0].output.contains("\"inventory/a.yaml\""))
    }

    @Test("two branches that claim the same address learn of it on both")
    func bothLearn() throws {
        try sandbox.commit(["inventory/net.yaml": Self.subnet])
        for name in ["one", "two"] {
            try sandbox.run("checkout", "-q", "-b", name, "main")
            try sandbox.commit(["inventory/\(name).yaml": device(name, "192.0.2.9")])
        }
        try sandbox.run("merge", "-q", "--no-edit", "one")
        try sandbox.run("reset", "-q", "--hard", "HEAD~1")
        for (name, other) in [("one", "two"), ("two", "one")] {
            let ending = try ipam("plan", "--base", "main", "--head", name, "--also", other, "-o", "oneline")
            #expect(ending.code == 1)
            #expect(
                ending.output.contains("inventory/\(name).yaml:1:61: error: 192.0.2.9 is claimed by '\(other) eth0'"),
                "\(ending.output)")
        }
        let json = try ipam("plan", "--base", "main", "--head", "one", "--also", "two", "-o", "json").output
        #expect(json.contains("\"two:inventory/two.yaml\""))
    }

    @Test("what the base has claimed meanwhile is told where the change claims it as well")
    func claimedMeanwhile() throws {
        try makeChange()
        try sandbox.run("checkout", "-q", "main")
        try sandbox.commit(["inventory/c.yaml": device("c", "192.0.2.9")])
        let ending = try ipam("plan", "--base", "main", "--head", "change", "-o", "oneline")
        #expect(ending.code == 1)
        #expect(ending.output.contains("192.0.2.9 is claimed by 'c eth0' in main as well"), "\(ending.output)")
    }

    @Test("what happened meanwhile on the other branch is no part of the change")
    func mergeBase() throws {
        try makeChange()
        try sandbox.run("checkout", "-q", "main")
        try sandbox.commit(["inventory/b.yaml": device("b", "192.0.2.10")])
        let ending = try ipam("plan", "--base", "main", "--head", "change")
        #expect(ending.output.contains("addresses: 1 claimed\n"))
        #expect(!ending.output.contains("192.0.2.10"))
    }

    @Test("an inventory that is new is all new; one that is gone is refused")
    func firstAndLast() throws {
        try sandbox.commit(["readme": ""])
        try sandbox.run("checkout", "-q", "-b", "change")
        try sandbox.commit(["inventory/net.yaml": Self.subnet + device("a", "192.0.2.9")])
        let first = try ipam("plan", "--base", "main", "--head", "change")
        #expect(first.code == 0)
        #expect(first.output.contains("everything is new"))
        try sandbox.run("branch", "gone", "main")
        let last = try ipam("plan", "--base", "change", "--head", "main")
        #expect(last.code == 2)
        #expect(last.errors.contains("no YAML file below inventory at 'main'"), "\(last.errors)")
    }

    @Test(
        "what cannot be read ends with 2 and says what to do",
        arguments: [
            (["--base", "nope"], "git fetch"), (["--base", "main", "--head", "nope"], "git fetch"),
            (["--base", "main", "--also", "nope"], "git fetch"), (["--base", "unrelated"], "no commit in common"),
            (["--base", "main", "--inventory", "../x"], "outside the Git repository"),
            (["--base", "main", "--inventory", "nowhere", "--head", "change"], "no YAML file below nowhere"),
        ])
    func failures(arguments: [String], remedy: String) throws {
        try makeChange()
        try sandbox.run("checkout", "-q", "--orphan", "unrelated")
        try sandbox.commit()
        try sandbox.run("checkout", "-q", "change")
        let ending = try Workplace.program.run(
            ["plan"] + arguments, in: sandbox.directory.path, environment: GitSandbox.environment)
        #expect(ending.code == 2)
        #expect(ending.output == "")
        #expect(ending.errors.contains(remedy), "\(ending.errors)")
    }

    @Test("a revision that begins with a hyphen is a mistake of usage", arguments: ["--base", "--head"])
    func hyphen(option: String) throws {
        try makeChange()
        let others = option == "--base" ? [] : ["--base=main"]
        let ending = try Workplace.program.run(
            ["plan", "\(option)=--output=owned"] + others, in: sandbox.directory.path,
            environment: GitSandbox.environment)
        #expect(ending.code == 64)
        #expect(sandbox.directory.text(of: "owned") == nil)
    }

    @Test("without Git, and outside a repository, nothing can be read")
    func noGit() throws {
        try makeChange()
        let without = try ipam("plan", "--base", "main", environment: ["PATH": "/nonexistent"])
        #expect(without.code == 2 && without.errors.contains("git is not installed"))
        let workplace = try Workplace(inventory: Self.subnet)
        let outside = try workplace.ipam("plan", "--base", "main")
        #expect(outside.code == 2 && outside.errors.contains("no Git repository"))
    }

    @Test("links and submodules in a revision are refused as on disk")
    func unsafeFiles() throws {
        try makeChange()
        try FileManager.default.createSymbolicLink(
            atPath: "\(sandbox.directory.path)/inventory/link.yaml", withDestinationPath: "/etc/passwd")
        let head = try sandbox.commit()
        try sandbox.run("update-index", "--add", "--cacheinfo", "160000,\(head),inventory/sub")
        try sandbox.run("commit", "-q", "-m", "submodule")
        let ending = try ipam("plan", "--base", "main", "--head", "change", "-o", "oneline")
        #expect(ending.code == 2)
        #expect(ending.output.contains("inventory/link.yaml:1:1: error: inventory/link.yaml is a symbolic link"))
        #expect(ending.output.contains("inventory/sub:1:1: error: inventory/sub is a submodule"))
    }

    @Test("a file name with a line feed and escapes does no harm")
    func oddName() throws {
        try makeChange()
        try sandbox.commit(["inventory/x\n::error::owned\u{1b}[2J.yaml": device("b", "192.0.2.10")])
        for format in ["human", "markdown", "json", "oneline"] {
            let ending = try ipam("plan", "--base", "main", "--head", "change", "-o", format)
            #expect(ending.code == 0)
            #expect(!ending.output.contains("\u{1b}"))
            #expect(!ending.output.contains("\n::error::"))
        }
    }
}
