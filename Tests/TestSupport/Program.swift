import Dispatch
package import Foundation

/// A program that a test runs as its users do: with arguments, in a directory, in an environment that is all given.
package struct Program: Sendable {
    /// What a run printed, and how it ended.
    package struct Ending: Sendable {
        /// The exit code; 128 and the signal's number if a signal ended it, as a shell has it.
        package let code: Int32
        /// What it wrote to its standard output.
        package let output: String
        /// What it wrote to its standard error.
        package let errors: String

        /// The lines of the standard error.
        package var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    /// The program's file.
    package let file: URL

    /// Names a program by its file.
    package init(_ file: URL) {
        self.file = file
    }

    /// Looks for an installed program; nil if there is none.
    package init?(installed name: String) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        self.init(URL(filePath: found))
    }

    /// A program of this package: it lies beside the tests. `IPAM_BUILD` names another directory.
    package static func built(_ name: String) -> Program {
        let override = ProcessInfo.processInfo.environment["IPAM_BUILD"]
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(filePath: tests ?? CommandLine.arguments.first ?? "").deletingLastPathComponent()
        return Program((override.map { URL(filePath: $0) } ?? beside).appending(path: name))
    }

    /// Starts the program and waits for its end.
    ///
    /// - Parameters:
    ///   - environment: what it finds there beside a plain C locale, UTC, and the path to programs.
    ///   - output: where its standard output goes instead of into the ending.
    ///   - whileRunning: what to do once it runs.
    package func run(
        _ arguments: [String], in directory: String, environment: [String: String] = [:], output: FileHandle? = nil,
        whileRunning: (Process) throws -> Void = { _ in }
    ) throws -> Ending {
        let scratch = try TemporaryDirectory()
        try scratch.write("", to: "output")
        try scratch.write("", to: "errors")
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: directory)
        process.environment = plainEnvironment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let outputFile = try FileHandle(forWritingTo: scratch.url.appending(path: "output"))
        let errorFile = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
        process.standardOutput = output ?? outputFile
        process.standardError = errorFile
        // Foundation's own way of waiting looks only twenty times a second, and tests run thousands of programs.
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        // Not left to the end of their last holder, which thousands of runs may see late.
        try outputFile.close()
        try errorFile.close()
        defer { if process.isRunning { process.terminate() } }
        try whileRunning(process)
        ended.wait()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Ending(
            code: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            output: scratch.text(of: "output") ?? "", errors: scratch.text(of: "errors") ?? ""
        )
    }

    /// The directory of the program comes first in the path, so that a shell finds what was built.
    private var plainEnvironment: [String: String] {
        let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let folder = file.deletingLastPathComponent().path(percentEncoded: false)
        return ["PATH": "\(folder):\(inherited)", "TZ": "UTC", "LC_ALL": "C", "COLUMNS": "80", "HOME": "/nonexistent"]
    }
}
