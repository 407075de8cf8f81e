import ChildProcesses
import Foundation

/// A commit on the way that a branch came.
package struct GitMilestone: Hashable, Sendable {
    /// The commit.
    package let revision: GitRevision
    /// When it was committed, in seconds since 1970.
    package let seconds: Int64
}

extension GitRepository {
    /// The commits at which a directory changed on the way to a revision, newest first.
    ///
    /// Of a merge the first parent is followed: what matters is when something came to be there, not when it was written.
    /// - Parameter limit: the most commits to give.
    /// - Throws: ``GitError`` if the directory lies outside the repository.
    package func milestones(
        of directory: String, upTo revision: GitRevision, limit: Int
    ) throws(GitError) -> [GitMilestone] {
        _ = try pathFromTop(directory)
        let ending = try program.run([
            "rev-list", "--first-parent", "--timestamp", "--max-count=\(limit)", revision.id, "--",
            directory,
        ])
        guard ending.status == 0 else { throw GitError(.failed, "git rev-list failed: \(ending.complaint)") }
        return ending.lines.compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count == 2, let seconds = Int64(fields[0]), GitObjectID.isValid(String(fields[1])) else {
                return nil
            }
            return GitMilestone(revision: GitRevision(name: String(fields[1]), id: String(fields[1])), seconds: seconds)
        }
    }
}
