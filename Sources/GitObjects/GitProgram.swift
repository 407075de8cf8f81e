import Dispatch
import Foundation
import Synchronization

/// The installed `git`, started so that nothing in the repository can make it run a program, ask, write or dial.
///
/// Only commands that read and write objects, refs and the index are called. A blocking process fits here: all that is waited for is its output.
struct GitProgram: Sendable {
    /// How a run ended and what it printed.
    struct Ending: Sendable {
        let status: Int32
        let output: Data
        let errors: String

        /// The first line that Git complained with, without its `fatal:`.
        var complaint: String {
            let line = errors.split(separator: "\n").first.map(String.init) ?? "it gave no reason"
            return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
        }

        /// The output as lines.
        var lines: [String] {
            String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
        }
    }

    /// Where it runs.
    let directory: URL
    private let file: URL
    private let environment: [String: String]

    /// A repository's configuration names programs for many occasions. None of the commands called here has such an
    /// occasion; these settings hold if a later version of Git should find one.
    private static let guards = [
        "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    ]

    /// Looks for `git` in the absolute directories of the path: a relative one would lead into the repository.
    ///
    /// - Throws: ``GitError`` if there is none.
    init(in directory: URL, environment: [String: String]) throws(GitError) {
        self.directory = directory
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let found = folders.map { "\($0)/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw GitError(.notInstalled, "git is not installed, and revisions are read with it: install git")
        }
        file = URL(filePath: found)
        let overrides = [
            "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_FLUSH": "0",
        ]
        self.environment = environment.merging(overrides) { $1 }
    }

    /// Runs a command to its end.
    ///
    /// - Throws: ``GitError`` if it cannot be started.
    func run(
        _ arguments: [String], input: Data = Data(), environment extra: [String: String] = [:]
    ) throws(GitError) -> Ending {
        let process = Process()
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.executableURL = file
        process.arguments = Self.guards + arguments
        process.environment = environment.merging(extra) { $1 }
        process.currentDirectoryURL = directory
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
            throw GitError(.notInstalled, "cannot start \(file.path): \(error.localizedDescription)")
        }
        // All three pipes are served at once: a full one would stop git, and then us.
        let errors = Mutex(Data())
        DispatchQueue.global().async(group: group) {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        DispatchQueue.global().async(group: group) {
            let all = (try? stderr.fileHandleForReading.readToEnd()) ?? Data()
            errors.withLock { $0 = all }
        }
        let output = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
        group.wait()
        return Ending(
            status: process.terminationReason == .exit ? process.terminationStatus : 128,
            output: output, errors: errors.withLock { String(decoding: $0, as: UTF8.self) }
        )
    }
}
