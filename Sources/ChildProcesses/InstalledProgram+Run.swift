import Dispatch
package import Foundation
import Synchronization

extension InstalledProgram {
    /// Runs the program to its end, on the calling thread: all that is waited for is its output.
    ///
    /// - Parameters:
    ///   - environment: its whole environment; nothing is inherited.
    ///   - directory: where it runs; here if nil.
    ///   - input: what it reads from its standard input.
    ///   - limit: the most bytes of output to read. A program that writes more finds its pipe closed.
    /// - Throws: ``ProcessError`` if it cannot be started.
    package func run(
        _ arguments: [String], environment: [String: String], in directory: URL? = nil, input: Data = Data(),
        limit: Int = .max
    ) throws(ProcessError) -> ProcessEnding {
        let process = Process()
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        if let directory { process.currentDirectoryURL = directory }
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        let group = DispatchGroup()
        // Foundation's own way of waiting looks only twenty times a second.
        group.enter()
        process.terminationHandler = { _ in group.leave() }
        do {
            try process.run()
        } catch {
            group.leave()
            throw ProcessError(description: "cannot start \(path): \(error.localizedDescription)")
        }
        // All three pipes are served at once: a full one would stop the program, and then us.
        let errors = Mutex(Data())
        DispatchQueue.global().async(group: group) {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        DispatchQueue.global().async(group: group) {
            let all = (try? stderr.fileHandleForReading.readToEnd()) ?? Data()
            errors.withLock { $0 = all }
        }
        let (output, isCutShort) = Self.read(stdout.fileHandleForReading, limit: limit)
        // Whoever writes to a pipe without a reader ends; whoever waits for its turn to write heeds no signal.
        try? stdout.fileHandleForReading.close()
        group.wait()
        return ProcessEnding(
            status: process.terminationReason == .exit ? process.terminationStatus : 128, output: output,
            isCutShort: isCutShort, errors: errors.withLock { String(decoding: $0, as: UTF8.self) })
    }

    private static func read(_ handle: FileHandle, limit: Int) -> (output: Data, isCutShort: Bool) {
        var output = Data()
        while let chunk = try? handle.read(upToCount: 1 << 16), !chunk.isEmpty {
            output += chunk
            if output.count > limit { return (output.prefix(limit), true) }
        }
        return (output, false)
    }
}
