import FileStore
import Foundation
import GitObjects

/// What is compared: the point where a change was begun, and what it has come to.
struct PlanRevisions {
    /// The revision that the change is to be merged into.
    let base: GitRevision
    /// The commit that the change was begun at.
    let mergeBase: GitRevision
    /// The commit that the change has come to; nil for the working tree.
    let head: GitRevision?
    private let repository: GitRepository

    /// Finds the commits.
    ///
    /// A change is what lies between the merge base and its head: what happened meanwhile in the base is not undone by
    /// merging it, and would only be in the way.
    /// - Parameter head: a revision; nil for the working tree, which was begun at `HEAD`.
    /// - Throws: ``WorkflowError`` if there is no Git, no repository, or no such revision.
    init(base: String, head: String?) throws(WorkflowError) {
        (repository, self.base, mergeBase, self.head) = try WorkflowError.translating { () throws(GitError) in
            let repository = try GitRepository(environment: ProcessInfo.processInfo.environment)
            let base = try repository.revision(base)
            let tip = try repository.revision(head ?? "HEAD")
            return (repository, base, try repository.mergeBase(of: base, and: tip), head == nil ? nil : tip)
        }
    }

    /// Another change, which is merged into the same base or is to be.
    struct Other {
        let head: GitRevision
        let mergeBase: GitRevision
    }

    /// What else was changed meanwhile: what others have merged into the base, and the named changes under way.
    func others(_ names: [String]) throws(WorkflowError) -> [Other] {
        var others: [Other] = []
        if base.id != mergeBase.id { others.append(Other(head: base, mergeBase: mergeBase)) }
        for name in names {
            let other = try WorkflowError.translating { () throws(GitError) in
                let head = try repository.revision(name)
                return Other(head: head, mergeBase: try repository.mergeBase(of: base, and: head))
            }
            if other.head.id != other.mergeBase.id { others.append(other) }
        }
        return others
    }

    /// The inventory's files at some revision.
    struct Snapshot {
        /// The commit; nil for the working tree.
        let commit: GitRevision?
        /// The files; nil where there is no inventory.
        let tree: FileTree?
    }

    /// Reads the files where the change was begun, those that it has come to, and then those that others need besides.
    func snapshots(of project: Project, with others: [Other] = []) throws(WorkflowError) -> [Snapshot] {
        var commits = [mergeBase] + (head.map { [$0] } ?? [])
        for commit in others.flatMap({ [$0.mergeBase, $0.head] }) where !commits.contains(where: { $0.id == commit.id })
        {
            commits.append(commit)
        }
        let trees = try WorkflowError.translating { [commits] () throws(GitError) in
            try repository.trees(of: project.inventory, at: commits)
        }
        var snapshots = zip(commits, trees).map(Snapshot.init)
        if head == nil {
            snapshots.insert(
                Snapshot(commit: nil, tree: try InventoryTree.files(below: project.inventory)), at: 1)
        } else if (trees[1]?.files ?? []).isEmpty, (trees[1]?.problems ?? []).isEmpty {
            throw WorkflowError(
                "there is no YAML file below \(project.inventory) at '\(headName)': an empty inventory is never meant")
        }
        return snapshots
    }

    /// What people call the head.
    var headName: String { head?.name ?? "working tree" }
}

extension WorkflowError {
    /// Does something with Git, whose errors say all that there is to say.
    fileprivate static func translating<Result>(
        _ work: () throws(GitError) -> Result
    ) throws(WorkflowError) -> Result {
        do {
            return try work()
        } catch {
            throw WorkflowError(error.message, status: error.code == .malformedName ? .usage : .failed)
        }
    }
}
