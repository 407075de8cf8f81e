import Foundation
import TestSupport
import Testing

@Suite("Commits of edits", .enabled(if: Program.areWanted("git"), "not installed: apt install git"))
struct CommitTests {
    private static let inventory = "devices:\n  - {name: nas}\n  - {name: tv}\n"
    private static let path = "inventory/all.yaml"
    private let sandbox: GitSandbox

    init() throws {
        sandbox = try #require(try GitSandbox())
    }

    private func ipam(_ line: String, in folder: String = "") throws -> Program.Ending {
        try Workplace.program.run(
            line.split(separator: " ").map(String.init), in: "\(sandbox.directory.path)/\(folder)",
            environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": Workplace.epoch]) { $1 })
    }

    /// A repository whose working tree was checked out with attributes and a setting.
    private func checkOut(_ text: String, attributes: String = "", autocrlf: String = "false") throws {
        try sandbox.commit([Self.path: text])
        try sandbox.directory.write(attributes, to: ".git/info/attributes")
        try sandbox.run("config", "core.autocrlf", autocrlf)
        try FileManager.default.removeItem(atPath: "\(sandbox.directory.path)/\(Self.path)")
        try sandbox.run("checkout", "-q", "--", Self.path)
    }

    @Test(
        "are made where Git keeps other line ends than the working tree, and have those that Git keeps",
        arguments: [
            ("", "false", "\n", "\n"), ("", "false", "\r\n", "\r\n"), ("", "true", "\n", "\r\n"),
            ("", "true", "\r\n", "\r\n"), ("", "input", "\r\n", "\r\n"), ("*.yaml eol=crlf", "false", "\n", "\r\n"),
            ("* text=auto eol=crlf", "false", "\n", "\r\n"), ("* text=auto", "true", "\r\n", "\r\n"),
            ("*.yaml -text", "true", "\n", "\n"), ("*.yaml text", "true", "\n", "\r\n"),
        ])
    func lineEnds(attributes: String, autocrlf: String, kept: String, worked: String) throws {
        try checkOut(
            Self.inventory.replacing("\n", with: kept), attributes: attributes, autocrlf: autocrlf)
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory.replacing("\n", with: worked))
        let ending = try ipam("rename tv radio --commit")
        #expect(ending.code == 0, "\(ending.errors)")
        let expected = Self.inventory.replacing("tv", with: "radio")
        #expect(sandbox.directory.text(of: Self.path) == expected.replacing("\n", with: worked))
        #expect(try sandbox.run("status", "--porcelain", "--untracked-files=no") == "")
        let size = try sandbox.run("cat-file", "-s", "HEAD:\(Self.path)")
        #expect(size == "\(expected.replacing("\n", with: kept).utf8.count)")
        #expect(try sandbox.run("diff", "--numstat", "HEAD~", "HEAD") == "1\t1\t\(Self.path)")
        #expect(try ipam("retire nas --commit").code == 0)
    }

    @Test("of a file that other changes are in are refused, whatever its line ends")
    func changed() throws {
        try checkOut(Self.inventory, autocrlf: "true")
        let text = Self.inventory.replacing("\n", with: "\r\n") + "# mine\r\n"
        try sandbox.directory.write(text, to: Self.path)
        let ending = try ipam("rename tv radio --commit")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("has changes that are in no commit"), "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == text)
    }

    @Test(
        "of a file whose changes Git was told to overlook are refused",
        arguments: ["--assume-unchanged", "--skip-worktree"])
    func overlooked(option: String) throws {
        try sandbox.commit([Self.path: Self.inventory])
        try sandbox.run("update-index", option, Self.path)
        try sandbox.directory.write(Self.inventory + "# mine\n", to: Self.path)
        let ending = try ipam("rename tv radio --commit")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("told not to look for changes"), "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory + "# mine\n")
    }

    @Test("of a file that Git ignores are refused")
    func ignored() throws {
        try sandbox.commit([".gitignore": "inventory\n"])
        try sandbox.directory.write(Self.inventory, to: Self.path)
        let ending = try ipam("rename tv radio --commit")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("Git ignores 'inventory/all.yaml'"), "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory)
    }

    @Test("of a file that goes through a filter are refused, and the filter does not run")
    func filter() throws {
        try sandbox.commit([Self.path: Self.inventory, ".gitattributes": "*.yaml filter=secret\n"])
        try sandbox.run("config", "filter.secret.clean", "touch \(sandbox.directory.path)/ran; cat")
        try sandbox.directory.write(Self.inventory, to: Self.path)
        for line in ["rename tv radio --commit", "add device radio --file inventory/new.yaml --commit"] {
            let ending = try ipam(line)
            #expect(ending.code == 2)
            #expect(ending.errors.contains("goes through the filter 'secret'"), "\(ending.errors)")
        }
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory)
        #expect(sandbox.directory.text(of: "inventory/new.yaml") == nil)
        #expect(sandbox.directory.text(of: "ran") == nil)
    }

    @Test(
        "are refused before anything is written if the branch cannot be", arguments: ["a/b/c", "a", "main/x", "x..y"])
    func branch(name: String) throws {
        try sandbox.commit([Self.path: Self.inventory])
        try sandbox.run("branch", "a/b")
        let ending = try ipam("rename tv radio --commit --branch \(name)")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("branch"), "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory)
        #expect(try ipam("rename tv radio --commit --branch a/c").code == 0)
    }

    @Test("are refused in the middle of a merge or rebase, and without a working tree", arguments: ["merge", "rebase"])
    func underway(command: String) throws {
        try sandbox.commit([Self.path: Self.inventory, "a.txt": "a\n"])
        try sandbox.run("checkout", "-q", "-b", "other")
        try sandbox.commit(["a.txt": "b\n"])
        try sandbox.run("checkout", "-q", "main")
        try sandbox.commit(["a.txt": "c\n"])
        #expect(throws: GitSandbox.Failure.self) { try sandbox.run(command, "other") }
        let ending = try ipam("rename tv radio --commit --branch new")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("a \(command) is under way"), "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == Self.inventory)
        try sandbox.run(command, "--abort")
        #expect(try ipam("rename tv radio --commit").code == 0)

        try sandbox.run("clone", "-q", "--bare", ".", "bare.git")
        try sandbox.directory.write(Self.inventory, to: "bare.git/\(Self.path)")
        let bare = try ipam("rename tv radio --commit", in: "bare.git")
        #expect(bare.code == 2)
        #expect(bare.errors.contains("bare repository"), "\(bare.errors)")
        #expect(sandbox.directory.text(of: "bare.git/\(Self.path)") == Self.inventory)
    }

    @Test("are not signed, and say so where they should be")
    func signing() throws {
        try sandbox.commit([Self.path: Self.inventory])
        #expect(try !ipam("rename tv radio --commit").errors.contains("gpgSign"))
        try sandbox.run("config", "commit.gpgsign", "yes")
        let ending = try ipam("rename radio tv --commit")
        #expect(ending.code == 0)
        #expect(
            ending.errors.contains("commit.gpgSign is set, but ipam runs no program that signs"), "\(ending.errors)")
    }

    @Test("of several objects are one, in which each is taken with its comment")
    func several() throws {
        let text = """
            devices:
              # about a
              - {name: a}
              # about b
              - {name: b}
              # about c
              - {name: c}

            """
        try sandbox.commit([Self.path: text, "inventory/more.yaml": "devices:\n  - {name: d}\n  - {name: e}\n"])
        let ending = try ipam("release b c d --commit")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(sandbox.directory.text(of: Self.path) == "devices:\n  # about a\n  - {name: a}\n")
        #expect(
            try sandbox.run("log", "-1", "--format=%B") == "Release b, c, d\n\n- Remove b\n- Remove c\n- Remove d\n")
        #expect(
            ending.errors.hasPrefix(
                "Release b, c, d\nRemove b: \(Self.path)\nRemove c: \(Self.path)\nRemove d: inventory/more.yaml\n"),
            "\(ending.errors)")
    }
}
