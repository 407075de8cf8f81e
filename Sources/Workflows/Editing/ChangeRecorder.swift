import Findings
import GitObjects

/// Makes Git commits of changes.
struct ChangeRecorder {
    private let committer: GitCommitter
    private(set) var branch: String
    /// The branch that is still to be begun.
    private var newBranch: String?

    /// Opens the repository around the working directory.
    ///
    /// - Throws: ``WorkflowError`` if there is none, or the branch exists already.
    init(branch: String?, in world: World) throws(WorkflowError) {
        do throws(GitError) {
            committer = GitCommitter(try GitRepository(environment: world.environment))
            try committer.requireReady()
            if let branch {
                try committer.requireNewBranch(branch)
                self.branch = branch
            } else {
                self.branch = try committer.currentBranch()
            }
            newBranch = branch
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// Refuses files with changes that no commit has: they would get into this one.
    func requireCommitted(_ files: [SourceFile]) throws(WorkflowError) {
        for file in files {
            let isCommitted: Bool
            do {
                isCommitted = try committer.isCommitted(file.bytes, at: file.path)
            } catch {
                throw WorkflowError(error.message)
            }
            guard isCommitted else {
                throw WorkflowError(
                    "'\(file.path)' has changes that are in no commit: commit or stash them first, or leave --commit out"
                )
            }
        }
    }

    /// Commits files, which are written already.
    ///
    /// - Returns: the id of the commit.
    mutating func commit(_ files: [OutputFile], messages: [String]) throws(WorkflowError) -> String {
        let subject = messages.first ?? "Edit the inventory"
        let body = messages.dropFirst().map { "- \($0)\n" }.joined()
        do {
            let id = try committer.commit(
                files.map { .init(path: $0.path, bytes: $0.bytes) },
                message: subject + "\n" + (body.isEmpty ? "" : "\n" + body), newBranch: newBranch)
            newBranch = nil
            return id
        } catch {
            throw WorkflowError("the files are written, but not committed: \(error.message)")
        }
    }
}
