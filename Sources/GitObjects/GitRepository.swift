import ChildProcesses
import Foundation

/// The Git repository that a directory lies in; it is read, never written.
package struct GitRepository: Sendable {
    let program: GitProgram
    /// Git at the top of the repository, where paths from there are what it takes.
    var top: GitProgram { program.moved(to: prefix.split(separator: "/").map { _ in "../" }.joined()) }
    /// The directory below the top of the repository: empty, or ending in `/`.
    private let prefix: String
    /// Whether this clone leaves out older commits.
    private let isShallow: Bool

    /// Opens the repository around a directory.
    ///
    /// - Parameters:
    ///   - directory: what paths are relative to; the working directory unless another is named.
    ///   - environment: where `PATH` is looked up, and what Git sees.
    /// - Throws: ``GitError`` if there is no Git or no repository.
    package init(around directory: String = ".", environment: [String: String]) throws(GitError) {
        program = try GitProgram(
            in: URL(filePath: directory, directoryHint: .isDirectory), environment: environment)
        let ending = try program.run(["rev-parse", "--is-shallow-repository", "--show-prefix"])
        guard ending.status == 0 else { throw Self.refusal(ending) }
        // The prefix comes last, since the name of a directory may have line feeds.
        isShallow = ending.lines.first == "true"
        prefix = ending.lines.dropFirst().joined(separator: "\n").dropLineFeed
    }

    private static func refusal(_ ending: ProcessEnding) -> GitError {
        if ending.errors.contains("not a git repository") {
            return GitError(
                .noRepository,
                "there is no Git repository here, and changes are read from one: work in it, or name it with -C DIR")
        }
        let remedy =
            ending.errors.contains("dubious ownership")
            ? "; if it is to be trusted, `git config --global --add safe.directory PATH`" : ""
        return GitError(.noRepository, "git does not read this repository: \(ending.complaint)\(remedy)")
    }

    /// Finds the commit that a name stands for.
    ///
    /// - Throws: ``GitError`` if there is none, or the name could be taken for an option.
    package func revision(_ name: String) throws(GitError) -> GitRevision {
        try GitRevision.requireName(name)
        let ending = try program.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
        let id = ending.lines.first ?? ""
        guard ending.status == 0, GitObjectID.isValid(id) else {
            throw GitError(.missing, "there is no commit '\(name)' in this repository: \(remedy(forMissing: name))")
        }
        return GitRevision(name: name, id: id)
    }

    private func remedy(forMissing name: String) -> String {
        if name == "HEAD" { return "nothing was committed yet" }
        return isShallow
            ? "this clone is shallow; fetch it with all its history, in GitHub Actions with `fetch-depth: 0`"
            : "is it spelt right? If it is only on the server, `git fetch` it first"
    }

    /// The best common ancestor of two commits: where the one was begun that is to be merged into the other.
    ///
    /// - Throws: ``GitError`` if this clone knows none.
    package func mergeBase(of base: GitRevision, and head: GitRevision) throws(GitError) -> GitRevision {
        if base.id == head.id { return GitRevision(name: "merge base", id: base.id) }
        let ending = try program.run(["merge-base", base.id, head.id])
        if ending.status == 0, let id = ending.lines.first, GitObjectID.isValid(id) {
            return GitRevision(name: "merge base", id: id)
        }
        guard ending.status == 1 else { throw GitError(.failed, "git merge-base failed: \(ending.complaint)") }
        let pair = "'\(base.name)' and '\(head.name)'"
        throw GitError(
            .noMergeBase,
            isShallow
                ? "this clone is shallow and does not reach back to where \(pair) parted: fetch all history with "
                    + "`git fetch --unshallow`, in GitHub Actions with `fetch-depth: 0`"
                : "\(pair) have no commit in common, so there is no change from one to the other"
        )
    }

    /// A path as Git names it, from the top of the repository.
    ///
    /// - Throws: ``GitError`` if it leads out of the repository.
    func pathFromTop(_ path: String) throws(GitError) -> String {
        var parts = path.hasPrefix("/") ? [] : prefix.split(separator: "/").map(String.init)
        for part in try relativePath(path).split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(String(part))
                continue
            }
            guard parts.popLast() != nil else {
                throw GitError(.missing, "'\(path)' lies outside the Git repository: give a directory inside it")
            }
        }
        guard !parts.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) else {
            throw GitError(.failed, "a directory on the way to '\(path)' has a line feed in its name: rename it")
        }
        return parts.joined(separator: "/")
    }

    /// An absolute path as Git names it; others as they are.
    private func relativePath(_ path: String) throws(GitError) -> String {
        guard path.hasPrefix("/") else { return path }
        let here = program.directory.resolvingSymlinksInPath().path + "/"
        let full = URL(filePath: path).resolvingSymlinksInPath().path
        let top = prefix.isEmpty ? here : here.hasSuffix("/" + prefix) ? String(here.dropLast(prefix.count)) : here
        guard (full + "/").hasPrefix(top) else {
            throw GitError(.missing, "'\(path)' lies outside the Git repository: give a directory inside it")
        }
        return String(full.dropFirst(top.count))
    }
}

/// Names of objects: SHA-1 or SHA-256, in hexadecimal digits.
enum GitObjectID {
    static func isValid(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count) && text.utf8.allSatisfy { isDigit($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension String {
    /// The text without its last character if that is a line feed.
    fileprivate var dropLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
