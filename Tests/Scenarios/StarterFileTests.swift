import Foundation
import TestSupport
import Testing

@Suite("What init writes is what this repository uses")
struct StarterFileTests {
    private static let hash = "0123456789012345678901234567890123456789"

    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try #require(try workplace.ipam("init").code == 0)
    }

    private func text(_ path: String) throws -> String {
        try #require(workplace.directory.text(of: path), "\(path)")
    }

    private func own(_ path: String) throws -> String {
        try String(contentsOf: Workplace.package.appending(path: path), encoding: .utf8)
    }

    @Test(
        "the schema and the editor's settings are its own",
        arguments: ["schemas/inventory.schema.json", ".vscode/settings.json", ".vscode/extensions.json"])
    func same(path: String) throws {
        #expect(try text(path) == own(path))
    }

    @Test(
        "workflows and inventory are what the README shows",
        arguments: [
            "inventory/lan.yaml", ".github/workflows/comment.yml", ".github/workflows/drift.yml",
            ".github/workflows/inventory.yml",
        ])
    func shown(path: String) throws {
        #expect(try own("README.md").contains("```yaml\n" + text(path) + "```\n"), "\(path)")
    }

    @Test("the hooks are those that it offers to others")
    func hooks() throws {
        let offered = try own(".pre-commit-hooks.yaml").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let used = try text(".pre-commit-config.yaml").split(separator: "\n").filter { $0.hasPrefix("      ") }
        #expect(used.map { $0.dropFirst(6) } == offered)
    }

    @Test("what it ignores itself is ignored")
    func ignored() throws {
        let own = try own(".gitignore").split(separator: "\n")
        for line in try text(".gitignore").split(separator: "\n") { #expect(own.contains(line)) }
    }

    @Test(
        "workflows call what is there, with inputs and events that it declares",
        arguments: ["comment", "drift", "inventory"])
    func calls(name: String) throws {
        let lines = try text(".github/workflows/\(name).yml").split(separator: "\n").map(String.init)
        let calls = lines.compactMap {
            $0.split(separator: "OWNER/ipam/").dropFirst().first?.split(separator: "@").first
        }
        #expect(!calls.isEmpty)
        for call in calls { #expect(try own(String(call)).contains("on:\n  workflow_call:\n")) }
        guard let with = lines.firstIndex(where: { $0.hasPrefix("    with:") }) else { return }
        for line in lines[(with + 1)...] {
            let key = line.prefix { $0 != ":" }.drop { $0 == " " }
            #expect(try own(String(calls[0])).contains("\n      \(key):\n        description: "))
        }
    }

    @Test(
        "check-jsonschema accepts the inventory and the workflows",
        .enabled(if: Checker.areWanted(.schemas), "not installed: pip install check-jsonschema"))
    func schemas() throws {
        let checker = try #require(Checker.schemas.program)
        let home = ProcessInfo.processInfo.environment.filter { $0.key == "HOME" }
        for arguments in [
            ["--schemafile", "schemas/inventory.schema.json"]
                + ["lan", "loopback", "settings"].map { "inventory/\($0).yaml" },
            ["--builtin-schema", "vendor.github-workflows"]
                + ["comment", "drift", "inventory"].map { ".github/workflows/\($0).yml" },
        ] {
            let ending = try checker.run(arguments, in: workplace.directory.path, environment: home)
            #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        }
    }

    @Test(
        "zizmor finds no weakness in the workflows",
        .enabled(if: Checker.areWanted(.zizmor), "not installed: pip install zizmor"))
    func zizmor() throws {
        let checker = try #require(Checker.zizmor.program)
        let started = try Workplace()
        try started.ipam("init", "--uses", "org/ipam@\(Self.hash)")
        let home = ProcessInfo.processInfo.environment.filter { $0.key == "HOME" }
        let ending = try checker.run(
            ["--offline", "--quiet", ".github/workflows"], in: started.directory.path, environment: home)
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }
}
