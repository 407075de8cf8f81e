import ChildProcesses
import Foundation
import TestSupport
import Testing

@Suite("Installed programs")
struct InstalledProgramTests {
    private func shell() throws -> InstalledProgram {
        try #require(InstalledProgram(named: "sh", environment: ["PATH": "/usr/bin:/bin"]))
    }

    @Test("a program is looked for in absolute directories only")
    func relativeDirectories() throws {
        let folder = try TemporaryDirectory()
        let file = folder.url.appending(path: "tool")
        try Data("#!/bin/sh\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let absolute = folder.url.path
        let ways = String(repeating: "../", count: 40) + absolute.dropFirst()
        #expect(InstalledProgram(named: "tool", environment: ["PATH": ways]) == nil)
        #expect(InstalledProgram(named: "tool", environment: ["PATH": "\(ways):\(absolute)"])?.path == file.path)
        #expect(InstalledProgram(named: "tool", environment: [:], alsoIn: [absolute])?.path == file.path)
    }

    @Test("a megabyte goes in, and the same comes out")
    func bothPipesAtOnce() throws {
        let input = Data((0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        let ending = try shell().run(
            ["-c", "cat; echo done >&2"], environment: ["PATH": "/usr/bin:/bin"], input: input)
        #expect(ending.output == input)
        #expect(ending.errors == "done\n")
        #expect(ending.status == 0 && !ending.isCutShort)
    }

    @Test("a program that never stops writing is read as far as the limit, and ends")
    func endlessOutput() throws {
        let ending = try shell().run(["-c", "while :; do echo yes; done"], environment: [:], limit: 1000)
        #expect(ending.isCutShort)
        #expect(ending.output.count == 1000)
    }

    @Test("output as long as the limit is whole")
    func outputAtTheLimit() throws {
        let ending = try shell().run(["-c", "printf 12345"], environment: [:], limit: 5)
        #expect(String(decoding: ending.output, as: UTF8.self) == "12345" && !ending.isCutShort)
    }

    @Test("the environment is what is given, and nothing of ours", arguments: [[:], ["GREETING": "hello"]])
    func environment(given: [String: String]) throws {
        let ending = try shell().run(["-c", "echo \"$HOME$GREETING\""], environment: given)
        #expect(String(decoding: ending.output, as: UTF8.self) == (given["GREETING"] ?? "") + "\n")
    }

    @Test("exit codes are told as they are, and a signal as 128", arguments: [("exit 7", 7), ("kill -KILL $$", 128)])
    func status(script: String, expected: Int32) throws {
        #expect(try shell().run(["-c", script], environment: [:]).status == expected)
    }

    @Test("what cannot be started is an error that names it")
    func notStartable() throws {
        let folder = try TemporaryDirectory()
        let file = folder.url.appending(path: "tool")
        try Data("#!/nowhere/interpreter\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let program = try #require(InstalledProgram(named: "tool", environment: ["PATH": folder.url.path]))
        let error = #expect(throws: ProcessError.self) { try program.run([], environment: [:]) }
        #expect(error?.description.contains(file.path) == true)
    }
}
