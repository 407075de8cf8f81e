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

    /// Another change to be merged into the same base.
    struct Other {
        let head: GitRevision
        let mergeBase: GitRevision
    }

    /// Finds the commits of another change.
    func other(_ name: String) throws(WorkflowError) -> Other {
        try WorkflowError.translating { () throws(GitError) in
            let head = try repository.revision(name)
            return Other(head: head, mergeBase: try repository.mergeBase(of: base, and: head))
        }
    }

    /// Reads the inventory before and after the change, and before and after each of the others.
    ///
    /// - Returns: trees in that order; nil where there is no inventory.
    func trees(of project: Project, others: [Other]) throws(WorkflowError) -> [FileTree?] {
        let commits = [mergeBase] + (head.map { [$0] } ?? []) + others.flatMap { [$0.mergeBase, $0.head] }
        var trees = try WorkflowError.translating { () throws(GitError) in
            try repository.trees(of: project.inventory, at: commits)
        }
        if head == nil {
            trees.insert(try InventoryTree.files(below: project.inventory), at: 1)
        } else if (trees[1]?.files ?? []).isEmpty, (trees[1]?.problems ?? []).isEmpty {
            throw WorkflowError(
                "there is no YAML file below \(project.inventory) at '\(headName)': an empty inventory is never meant")
        }
        return trees
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
