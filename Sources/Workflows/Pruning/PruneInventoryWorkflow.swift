import Changes
import Chronology
import Findings
import InventoryModel

/// Finds what nobody needs any more, in the inventory and in the cache, and says whether it may go.
package enum PruneInventoryWorkflow {
    /// What can go.
    package struct Outcome: Sendable {
        /// What stands in the inventory, in the order of its places.
        package let candidates: [PruneCandidate]
        /// What the cache knows beyond what stays in the inventory.
        package let orphans: CacheOrphans
        /// The limits of `settings.safety` that are exceeded, one sentence each.
        package let reasons: [String]

        /// How many things go: the number that `--allow-removals` has to name.
        package var total: Int { candidates.count + orphans.total }
    }

    /// Looks for what can go; ``Pruning`` takes it out of the inventory, and the orphans are forgotten after that.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, or the cache cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        let candidates = try PruneCandidates.find(in: loaded, project, in: world)
        let orphans = try CacheOrphans.find(
            beyond: loaded.plan, without: Set(candidates.map(\.span)), project, in: world)
        return Outcome(
            candidates: candidates, orphans: orphans, reasons: reasons(candidates, orphans, loaded.inventory))
    }

    private static func reasons(
        _ candidates: [PruneCandidate], _ orphans: CacheOrphans, _ inventory: Inventory
    ) -> [String] {
        let limits = SafetyLimits(inventory.settings)
        var reasons = [limits.excess(of: candidates.count + orphans.total), orphans.excess(over: limits)]
        let scopes = [
            ("devices", inventory.devices.count), ("reservations", inventory.reservations.count),
            ("subnets", inventory.subnets.count),
        ]
        for (list, total) in scopes {
            let count = candidates.count { $0.list == list }
            guard total >= SafetyLimits.smallestScope, count * 100 > total * limits.percent else { continue }
            reasons.append(
                "\(count) of \(total) \(list) would go, more than max_removals_percent, which is \(limits.percent)")
        }
        return reasons.compactMap(\.self)
    }
}

extension SafetyLimits {
    /// The limit on the number of removals, if it is exceeded, as a sentence.
    func excess(of removals: Int) -> String? {
        removals > count ? "\(removals) removals are more than max_removals, which is \(count)" : nil
    }
}
