import Foundation
import TestSupport
import Testing

@Suite("The beginning of an inventory")
struct InitTests {
    /// Everything that is written, by path.
    private static let written = [
        ".github/workflows/comment.yml", ".github/workflows/drift.yml", ".github/workflows/inventory.yml", ".gitignore",
        ".pre-commit-config.yaml", ".vscode/extensions.json", ".vscode/settings.json", "inventory/lan.yaml",
        "inventory/loopback.yaml", "inventory/settings.yaml", "schemas/inventory.schema.json",
    ]

    private static let steps = [
        "git init", "ipam validate", "ipam reconcile", "git add . && git commit -m 'Start the inventory'",
        "ipam plan --base HEAD", "pre-commit run --all-files",
    ]

    private func commands(in output: String) -> [String] {
        output.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("#") }.map(String.init)
    }

    /// Runs a line of shell as a person would whom Git knows, with `ipam` alone in a directory of the path.
    private func type(_ line: String, in workplace: Workplace, _ tools: String) throws -> Program.Ending {
        let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try Program(URL(filePath: "/bin/sh")).run(
            ["-c", line], in: workplace.directory.path,
            environment: [
                "PATH": "\(tools):\(inherited)", "HOME": tools + "/home",
                "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.net",
                "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.net",
            ])
    }

    @Test("the next steps work as they are printed, with an executable that was copied without anything beside it")
    func steps() throws {
        let workplace = try Workplace()
        let tools = try TemporaryDirectory()
        try FileManager.default.copyItem(at: Workplace.program.file, to: tools.url.appending(path: "ipam"))
        let beginning = try type("ipam init", in: workplace, tools.path)
        #expect(beginning.code == 0, "\(beginning.errors)")
        #expect(try workplace.files().keys.sorted() == Self.written)
        #expect(commands(in: beginning.output) == Self.steps)
        for step in Self.steps where Checker.areWanted(.preCommit) || !step.hasPrefix("pre-commit") {
            let ending = try type(step, in: workplace, tools.path)
            #expect(ending.code == 0, "\(step): \(ending.output)\(ending.errors)")
        }
        #expect(workplace.directory.text(of: "out/drift.md")?.contains("`127.0.20.2 is in use") == true)
        let status = try type("git status --porcelain --untracked-files=all", in: workplace, tools.path)
        #expect(status.output == "", "what the steps leave behind is not ignored")
    }

    @Test("in a repository that is there already, no step makes one")
    func repository() throws {
        let workplace = try Workplace()
        try workplace.shell("git init")
        #expect(try commands(in: workplace.ipam("init").output) == Array(Self.steps.dropFirst()))
    }

    @Test("whatever stands in the way is listed, and then nothing is written", arguments: written)
    func refusal(path: String) throws {
        let workplace = try Workplace([path: "mine\n"])
        let before = try workplace.files()
        let ending = try workplace.ipam("init")
        #expect(ending.code == 2)
        #expect(
            ending.errors == "error: nothing was written: init overwrites nothing, and this is here already: \(path)\n")
        #expect(try workplace.files() == before)
    }

    @Test("a directory that is a link somewhere else is not written through")
    func link() throws {
        let workplace = try Workplace(["elsewhere/a": ""])
        try workplace.shell("ln -s elsewhere .github")
        #expect(try workplace.ipam("init").code == 2)
        #expect(workplace.directory.paths() == [".github", "elsewhere", "elsewhere/a"])
    }

    @Test("a second time, all of it stands in the way")
    func again() throws {
        let workplace = try Workplace()
        #expect(try workplace.ipam("init").code == 0)
        let before = try workplace.files()
        let ending = try workplace.ipam("init")
        #expect(ending.code == 2)
        #expect(ending.errors.hasSuffix(": \(Self.written.joined(separator: ", "))\n"))
        #expect(try workplace.files() == before)
    }

    @Test("--uses says where the workflows take ipam from")
    func source() throws {
        let workplace = try Workplace()
        let ending = try workplace.ipam("init", "--uses", "org/tool@0123abc")
        #expect(!ending.errors.contains("OWNER"))
        for name in ["comment", "drift", "inventory"] {
            let text = try #require(workplace.directory.text(of: ".github/workflows/\(name).yml"))
            #expect(text.contains("    uses: org/tool/.github/workflows/"))
            #expect(text.contains(".yml@0123abc\n"))
            #expect(!text.contains("OWNER") && !text.contains("COMMIT"))
        }
    }

    @Test(
        "a source that could mean something else in a workflow is refused",
        arguments: [
            "", "org", "org/tool", "org/tool@", "org@1", "a/b/c@1", "org/tool@1\n- x", "org/to ol@1",
            "org/tool@${{ x }}",
        ])
    func badSource(text: String) throws {
        let workplace = try Workplace()
        #expect(try workplace.ipam("init", "--uses", text).code == 64)
        #expect(workplace.directory.paths() == [])
    }
}
