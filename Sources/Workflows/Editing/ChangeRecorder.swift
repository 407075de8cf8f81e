import Findings
import GitObjects

/// Makes Git commits of changes.
struct ChangeRecorder {
    private let committer: GitCommitter
    /// Whether Git is set up to sign commits, which it does not do here.
    let isToSign: Bool
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
            isToSign = try committer.isToSign()
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// Puts what files are to hold into the repository, before any of them is written.
    ///
    /// Those that are there with changes that no commit has are refused: the changes would get into this one.
    func prepare(_ files: [OutputFile], over before: SourceFiles) throws(WorkflowError) -> PreparedContents {
        do throws(GitError) {
            for file in files where before.file(at: file.path) != nil {
                try committer.requireCommitted(file.path)
            }
            return try committer.prepare(files.map { .init(path: $0.path, bytes: $0.bytes) })
        } catch {
            throw WorkflowError("\(error.message); without --commit the change is only written")
        }
    }

    /// Commits files, which are written by now.
    ///
    /// - Returns: the id of the commit.
    mutating func commit(_ contents: PreparedContents, messages: [String]) throws(WorkflowError) -> String {
        let subject = messages.first ?? "Edit the inventory"
        let body = messages.dropFirst().map { "- \($0)\n" }.joined()
        do {
            let id = try committer.commit(
                contents, message: subject + "\n" + (body.isEmpty ? "" : "\n" + body), newBranch: newBranch)
            newBranch = nil
            return id
        } catch {
            throw WorkflowError("the files are written, but not committed: \(error.message)")
        }
    }
}
