import ChildProcesses
import Foundation

/// Commits files to a branch: the one part of `ipam` that writes into a repository.
///
/// No hook runs, and nothing that stands in the index beside the files gets into the commit.
package struct GitCommitter: Sendable {
    /// A file with its new content.
    package struct File: Sendable {
        /// The path as the user gave it, from the working directory.
        package let path: String
        /// The whole content.
        package let bytes: [UInt8]

        /// Makes a file of its parts.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    private let repository: GitRepository
    private var program: GitProgram { repository.program }
    private static let branches = "refs/heads/"

    /// Commits to a repository.
    package init(_ repository: GitRepository) {
        self.repository = repository
    }

    /// The name of the branch that is checked out.
    ///
    /// - Throws: ``GitError`` if none is.
    package func currentBranch() throws(GitError) -> String {
        let ending = try program.run(["symbolic-ref", "--quiet", "HEAD"])
        guard ending.status == 0, let name = ending.lines.first, name.hasPrefix(Self.branches) else {
            throw GitError(.missing, "no branch is checked out: switch to one, or begin one with --branch")
        }
        return String(name.dropFirst(Self.branches.count))
    }

    /// Refuses to begin what could not be ended: Git has to know who commits, and nobody else may be changing its index.
    ///
    /// - Throws: ``GitError`` that says what is in the way.
    package func requireReady() throws(GitError) {
        _ = try output(["var", "GIT_COMMITTER_IDENT"])
        let lock = try output(["rev-parse", "--git-path", "index.lock"])
        guard !FileManager.default.fileExists(atPath: URL(filePath: lock, relativeTo: program.directory).path) else {
            throw GitError(.failed, "another Git process is at work: wait for it, or remove '\(lock)' if there is none")
        }
    }

    /// Refuses a name that no branch may have, or one has already.
    ///
    /// - Throws: ``GitError`` that says which it is.
    package func requireNewBranch(_ name: String) throws(GitError) {
        try GitRevision.requireName(name)
        let check = try program.run(["check-ref-format", "--branch", name])
        guard check.status == 0, !name.hasPrefix("-"), !name.hasPrefix("@") else {
            throw GitError(.malformedName, "'\(name)' cannot be the name of a branch")
        }
        let known = try program.run(["rev-parse", "--verify", "--quiet", "--end-of-options", Self.branches + name])
        guard known.status != 0 else {
            throw GitError(.malformedName, "there is a branch '\(name)' already: switch to it, or choose another name")
        }
    }

    /// Whether the last commit has a file with exactly this content.
    package func isCommitted(_ bytes: [UInt8], at path: String) throws(GitError) -> Bool {
        let full = try repository.pathFromTop(path)
        let known = try program.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD:\(full)"])
        guard known.status == 0, let id = known.lines.first else { return false }
        return try output(["hash-object", "--stdin"], input: Data(bytes)) == id
    }

    /// Commits files.
    ///
    /// - Parameter newBranch: a branch to begin, and to check out, for it; nil for the one that is checked out.
    /// - Returns: the id of the commit.
    /// - Throws: ``GitError`` if Git does not know who commits, or another process moved the branch.
    package func commit(_ files: [File], message: String, newBranch: String?) throws(GitError) -> String {
        let parent = try parent()
        let entries = try indexEntries(of: files)
        let index = try output(["rev-parse", "--git-path", "ipam-index"])
        let scratch = ["GIT_INDEX_FILE": URL(filePath: index, relativeTo: program.directory).path]
        defer { scratch.values.forEach { try? FileManager.default.removeItem(atPath: $0) } }
        _ = try output(parent.map { ["read-tree", $0] } ?? ["read-tree", "--empty"], environment: scratch)
        _ = try output(["update-index", "-z", "--index-info"], input: entries, environment: scratch)
        let tree = try output(["write-tree"], environment: scratch)
        let id = try output(
            ["commit-tree", tree] + (parent.map { ["-p", $0] } ?? []) + ["-F", "-"], input: Data(message.utf8))
        try move(to: id, from: parent, newBranch: newBranch)
        // What is committed is no change any more; whatever else was staged stays staged.
        _ = try output(["update-index", "-z", "--index-info"], input: entries)
        return id
    }

    /// The commit that is checked out; nil if nothing was committed yet.
    private func parent() throws(GitError) -> String? {
        let ending = try program.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        return ending.status == 0 ? ending.lines.first : nil
    }

    /// Stores the contents, and lists them as `update-index` wants it.
    private func indexEntries(of files: [File]) throws(GitError) -> Data {
        var entries = Data()
        for file in files {
            let path = try repository.pathFromTop(file.path)
            let blob = try output(["hash-object", "-w", "--stdin"], input: Data(file.bytes))
            let known = try program.run(["ls-tree", "--full-tree", "HEAD", path]).lines.first ?? ""
            let mode = known.hasPrefix("100755 ") ? "100755" : "100644"
            entries += Data("\(mode) \(blob)\t\(path)\0".utf8)
        }
        return entries
    }

    private func move(to id: String, from parent: String?, newBranch: String?) throws(GitError) {
        let name = if let newBranch { newBranch } else { try currentBranch() }
        let branch = Self.branches + name
        let none = String(repeating: "0", count: id.utf8.count)
        _ = try output(
            ["update-ref", "-m", "commit: by ipam", branch, id, newBranch == nil ? parent ?? none : none])
        if newBranch != nil { _ = try output(["symbolic-ref", "-m", "checkout: by ipam", "HEAD", branch]) }
    }

    /// Runs a command that has to succeed, and gives the first line that it prints.
    private func output(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws(GitError) -> String {
        let ending = try program.run(arguments, input: input, environment: environment)
        guard ending.status == 0 else {
            let remedy =
                ending.errors.contains("empty ident") || ending.errors.contains("tell me who you are")
                ? "; set `git config user.name` and `user.email`" : ""
            throw GitError(.failed, "git \(arguments.first ?? "") failed: \(ending.complaint)\(remedy)")
        }
        return ending.lines.first ?? ""
    }
}
