import Foundation

/// Runs programs with arguments as a list; no shell is ever involved.
enum Tool {
    /// What a program said and how it ended.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A program that was expected to succeed and did not.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where a program is; looks at `PATH` and where administrators' tools are, which users' `PATH` may leave out.
    static func path(of name: String) -> String? {
        if name.hasPrefix("/") { return name }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return (path.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin", "/usr/bin", "/bin"])
            .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end, or interrupts it (SIGINT) after a while; `meanwhile` is given its number.
    static func run(
        _ command: [String], interruptAfter seconds: Double? = nil, meanwhile: (Int32) throws -> Void = { _ in }
    ) throws -> Outcome {
        guard let name = command.first, let path = path(of: name) else {
            throw Failure(description: "no program for \(command)")
        }
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        if let seconds {
            Thread.sleep(forTimeInterval: seconds)
        }
        try meanwhile(process.processIdentifier)
        if seconds != nil { process.interrupt() }
        // What the programs of the lab say on stderr fits the pipe, so reading one after the other cannot block them.
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errorText = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: errorText)
    }

    /// Runs a program that has to succeed.
    @discardableResult
    static func succeed(_ command: [String]) throws -> String {
        let outcome = try run(command)
        guard outcome.status == 0 else {
            throw Failure(
                description: "`\(command.joined(separator: " "))` ended with \(outcome.status): \(outcome.errors)")
        }
        return outcome.output
    }
}
