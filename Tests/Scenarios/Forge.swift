import Foundation
import TestSupport
import Testing

/// A repository on GitHub as a script in a workflow meets it: `gh` on its path is a stand-in over files.
struct Forge {
    /// One call that changed something there.
    struct Call: Decodable, Equatable {
        /// Method and path, such as `PATCH issues/1`.
        let call: String
        let title: String?
        let body: String?
        let state: String?
        let labels: [String]?
    }

    static let scripts = Workplace.package.appending(path: ".github/actions")
    static let isUsable = Program.areWanted("python3")

    let files: TemporaryDirectory

    init() throws {
        files = try TemporaryDirectory()
    }

    /// Runs a script of an action, by its path below the actions, in a directory.
    func run(
        _ script: String, _ arguments: [String] = [], in directory: String, environment: [String: String] = [:]
    ) throws -> (ending: Program.Ending, calls: [Call]) {
        let before = try calls().count
        let standIns = Workplace.package.appending(path: "Tests/Scenarios/GitHub").path(percentEncoded: false)
        let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let tools = Workplace.program.file.deletingLastPathComponent().path(percentEncoded: false)
        let given = [
            "PATH": "\(standIns):\(tools):\(inherited)", "FORGE": files.path, "GITHUB_REPOSITORY": "org/network",
            "GITHUB_RUN_ID": "7",
        ]
        let ending = try Program(Self.scripts.appending(path: script)).run(
            arguments, in: directory, environment: given.merging(environment) { $1 })
        return (ending, Array(try calls().dropFirst(before)))
    }

    private func calls() throws -> [Call] {
        let lines = (files.text(of: "calls.jsonl") ?? "").split(separator: "\n")
        return try lines.map { try JSONDecoder().decode(Call.self, from: Data($0.utf8)) }
    }
}
