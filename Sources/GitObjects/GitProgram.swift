import ChildProcesses
import Foundation

/// The installed `git`, started so that nothing in the repository can make it run a program, ask, write or dial.
///
/// Only commands that read and write objects, refs and the index are called.
struct GitProgram: Sendable {
    /// Where it runs.
    let directory: URL
    private let program: InstalledProgram
    private let environment: [String: String]

    /// A repository's configuration names programs for many occasions. None of the commands called here has such an
    /// occasion, filters apart, which are looked for first; these settings hold if a later version of Git should find one.
    private static let guards = [
        "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    ]

    /// Looks for `git`.
    ///
    /// - Throws: ``GitError`` if there is none.
    init(in directory: URL, environment: [String: String]) throws(GitError) {
        guard let program = InstalledProgram(named: "git", environment: environment) else {
            throw GitError(.notInstalled, "git is not installed, and revisions are read with it: install git")
        }
        self.program = program
        self.directory = directory
        let overrides = [
            "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_FLUSH": "0",
        ]
        self.environment = environment.merging(overrides) { $1 }
    }

    private init(directory: URL, program: InstalledProgram, environment: [String: String]) {
        self.directory = directory
        self.program = program
        self.environment = environment
    }

    /// The same program in a directory relative to this one.
    func moved(to path: String) -> GitProgram {
        GitProgram(directory: directory.appending(path: path), program: program, environment: environment)
    }

    /// The full path of a file that Git names from where it runs.
    func path(_ name: String) -> String { URL(filePath: name, relativeTo: directory).path }

    /// Runs a command to its end.
    ///
    /// - Throws: ``GitError`` if it cannot be started.
    func run(
        _ arguments: [String], input: Data = Data(), environment extra: [String: String] = [:]
    ) throws(GitError) -> ProcessEnding {
        do {
            return try program.run(
                Self.guards + arguments, environment: environment.merging(extra) { $1 }, in: directory, input: input)
        } catch {
            throw GitError(.notInstalled, error.description)
        }
    }
}

extension GitProgram {
    /// Runs a command that has to succeed.
    ///
    /// - Throws: ``GitError`` with what it complained of.
    @discardableResult
    func require(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws(GitError) -> ProcessEnding {
        let ending = try run(arguments, input: input, environment: environment)
        guard ending.status != 0 else { return ending }
        let remedy =
            ending.errors.contains("empty ident") || ending.errors.contains("tell me who you are")
            ? "; set `git config user.name` and `user.email`" : ""
        throw GitError(.failed, "git \(arguments.first ?? "") failed: \(ending.complaint)\(remedy)")
    }
}

extension ProcessEnding {
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
