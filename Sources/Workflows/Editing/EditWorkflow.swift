import Chronology
import FileStore
import Findings
import InventoryModel

/// Changes the text of the inventory: under a lock, checked before it is written, all files or none.
package enum EditWorkflow {
    /// How changes are made.
    package struct Options: Sendable {
        /// Whether nothing is written.
        package var isDryRun = false
        /// Whether a Git commit is made of each change.
        package var commits = false
        /// The new branch that commits go to; nil for the current one.
        package var branch: String?
        /// The file that new entries go to; nil for the one that fits best.
        package var file: String?

        /// Writes files and makes no commit.
        package init() {}
    }

    /// Makes changes, one after the other.
    ///
    /// A change that brings an error is not made, nor is any after it; errors that were there before stay, and are told.
    /// - Throws: ``WorkflowError`` if the inventory cannot be read, a change cannot be made or would bring errors, a file
    ///   was changed by somebody else meanwhile, or the commit cannot be made.
    package static func run(
        _ changes: [any InventoryChange], _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> EditOutcome {
        func work() throws(WorkflowError) -> EditOutcome {
            var session = try EditSession(options, project, world)
            for change in changes { try session.make(change) }
            return try session.finish()
        }
        // Who only looks needs no right to write anything, not even a lock.
        return try options.isDryRun ? work() : InventoryLock(project.inventory).whileHeld(work)
    }
}
