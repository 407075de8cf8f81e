import ChildProcesses
import Foundation

/// Commits files to a branch: the one part of `ipam` that writes into a repository.
///
/// No hook, filter or signing program runs, and nothing that stands in the index beside the files gets into the commit.
package struct GitCommitter: Sendable {
    let repository: GitRepository
    static let branches = "refs/heads/"

    /// Commits to a repository.
    package init(_ repository: GitRepository) {
        self.repository = repository
    }

    /// Commits files that were prepared.
    ///
    /// - Parameter newBranch: a branch to begin, and to check out, for it; nil for the one that is checked out.
    /// - Returns: the id of the commit.
    /// - Throws: ``GitError`` if Git does not know who commits, or another process moved the branch.
    package func commit(
        _ contents: PreparedContents, message: String, newBranch: String?
    ) throws(GitError) -> String {
        let parent = try parent()
        let index = try output(["rev-parse", "--git-path", "ipam-index"])
        let scratch = ["GIT_INDEX_FILE": repository.program.path(index)]
        defer { scratch.values.forEach { try? FileManager.default.removeItem(atPath: $0) } }
        _ = try output(parent.map { ["read-tree", $0] } ?? ["read-tree", "--empty"], environment: scratch)
        _ = try output(
            ["update-index", "-z", "--index-info"], input: contents.indexEntries, environment: scratch)
        let tree = try output(["write-tree"], environment: scratch)
        let id = try output(
            ["commit-tree", tree] + (parent.map { ["-p", $0] } ?? []) + ["-F", "-"], input: Data(message.utf8))
        try move(to: id, from: parent, newBranch: newBranch)
        // What is committed is no change any more; whatever else was staged stays staged.
        _ = try output(["update-index", "-z", "--index-info"], input: contents.indexEntries)
        return id
    }

    /// The commit that is checked out; nil if nothing was committed yet.
    private func parent() throws(GitError) -> String? {
        let ending = try repository.program.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        return ending.status == 0 ? ending.lines.first : nil
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
    func output(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws(GitError) -> String {
        try repository.program.require(arguments, input: input, environment: environment).lines.first ?? ""
    }
}
