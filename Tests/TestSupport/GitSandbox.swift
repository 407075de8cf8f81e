import Foundation

/// A Git repository of a test: the same commands make the same commits, whatever the machine's settings.
package struct GitSandbox: Sendable {
    /// The top of the working tree.
    package let directory: TemporaryDirectory
    private let git: Program

    /// What makes commits the same every time, and keeps settings of the machine out.
    package static let environment = [
        "GIT_AUTHOR_NAME": "tester", "GIT_AUTHOR_EMAIL": "tester@example.net",
        "GIT_AUTHOR_DATE": "2026-11-22T12:00:00Z", "GIT_COMMITTER_NAME": "tester",
        "GIT_COMMITTER_EMAIL": "tester@example.net", "GIT_COMMITTER_DATE": "2026-11-22T12:00:00Z",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]

    /// A command of Git that failed.
    package struct Failure: Error {
        let arguments: [String]
        let errors: String
    }

    /// Makes an empty repository whose branch is `main`; nil if Git is not installed.
    package init?() throws {
        guard let git = Program(installed: "git") else { return nil }
        self.git = git
        directory = try TemporaryDirectory()
        try run("init", "-q", "-b", "main", ".")
    }

    /// Runs a command of Git at the top of the repository, or in a directory below it.
    ///
    /// - Returns: what it printed, without a final line feed.
    @discardableResult
    package func run(_ arguments: String..., in folder: String = "") throws -> String {
        let place = folder.hasPrefix("/") ? folder : "\(directory.path)/\(folder)"
        let ending = try git.run(arguments, in: place, environment: Self.environment)
        guard ending.code == 0 else { throw Failure(arguments: arguments, errors: ending.errors) }
        return ending.output.hasSuffix("\n") ? String(ending.output.dropLast()) : ending.output
    }

    /// Writes files and commits everything that is there.
    ///
    /// - Parameter files: texts by path; nil removes a file.
    /// - Returns: the id of the commit.
    @discardableResult
    package func commit(_ files: [String: String?] = [:]) throws -> String {
        for (path, text) in files {
            if let text {
                try directory.write(text, to: path)
            } else {
                try FileManager.default.removeItem(at: directory.url.appending(path: path))
            }
        }
        try run("add", "-A", "-f")
        try run("commit", "-q", "--allow-empty", "-m", "a commit")
        return try run("rev-parse", "HEAD")
    }
}
