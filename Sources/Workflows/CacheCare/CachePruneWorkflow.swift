import Changes
import Chronology
import InventoryModel

/// Forgets what the cache knows about addresses that are no longer declared.
package enum CachePruneWorkflow {
    /// What is to go, and whether it may.
    package struct Outcome: Sendable {
        /// What is to go.
        package let orphans: CacheOrphans
        /// The limits that are exceeded, one sentence each; then nothing was removed unless the number was acknowledged.
        package let reasons: [String]
        /// Whether it was removed.
        package let isRemoved: Bool

        /// Whether a limit stood in the way.
        package var isStopped: Bool { !reasons.isEmpty && !isRemoved }
    }

    /// Finds what is to go and, unless `check`, removes it within the limits of `settings.safety`.
    ///
    /// - Parameter allowed: the number of removals that a person acknowledged.
    /// - Throws: ``WorkflowError`` if the inventory is broken, or the cache cannot be read or written.
    package static func run(
        _ project: Project, allowed: Int?, check: Bool, in world: World
    ) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        let orphans = try CacheOrphans.find(beyond: loaded.plan, project, in: world)
        let limits = SafetyLimits(loaded.inventory.settings)
        let reasons = [limits.excess(of: orphans.total), orphans.excess(over: limits)].compactMap(\.self)
        let mayGo = !check && orphans.total > 0 && (reasons.isEmpty || allowed == orphans.total)
        if mayGo { try orphans.forget(from: project, in: world) }
        return Outcome(orphans: orphans, reasons: reasons, isRemoved: mayGo)
    }
}
