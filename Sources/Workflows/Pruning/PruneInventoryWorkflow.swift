import Addressing
import Changes
import Chronology
import Findings
import InventoryModel
import Observations

/// Finds what nobody in the inventory needs any more, and says whether it may go.
package enum PruneInventoryWorkflow {
    /// What can go.
    package struct Outcome: Sendable {
        /// The things, in the order of their places.
        package let candidates: [PruneCandidate]
        /// The limits of `settings.safety` that are exceeded, one sentence each.
        package let reasons: [String]
        /// How many addresses the cache knows in no declared subnet.
        package let orphans: Int
    }

    /// Looks for what can go; ``Pruning`` takes it out.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, or the cache cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        let candidates = try PruneCandidates.find(in: loaded, project, in: world)
        let orphans = try project.networkState().addresses.count { state in
            loaded.plan.subnet(holding: state.latest.address, vrf: state.latest.vrf) == nil
        }
        return Outcome(
            candidates: candidates, reasons: reasons(candidates, loaded.inventory), orphans: orphans)
    }

    private static func reasons(_ candidates: [PruneCandidate], _ inventory: Inventory) -> [String] {
        let limits = SafetyLimits(inventory.settings)
        var reasons: [String] = []
        if candidates.count > limits.count {
            reasons.append("\(candidates.count) removals are more than max_removals, which is \(limits.count)")
        }
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
        return reasons
    }
}
