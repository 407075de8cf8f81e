import Addressing
import Changes
import Chronology
import Findings
import InventoryModel
package import Observations
package import Storage

/// Forgets what the cache knows about addresses that are no longer declared.
package enum PruneWorkflow {
    /// What is to go, and whether it may.
    package struct Outcome: Sendable {
        /// What is known about addresses in no declared subnet that were not seen lately, sorted.
        package let addresses: [AddressState]
        /// Leases that have ended, for addresses in no declared subnet.
        package let leases: [DHCPLease]
        /// When subnets were scanned that are declared no more.
        package let scans: [CacheStatus.Subnet]
        /// How many addresses the cache knows.
        package let known: Int
        /// The limits that are exceeded, one sentence each; then nothing was removed unless the number was acknowledged.
        package let reasons: [String]
        /// Whether it was removed.
        package let isRemoved: Bool

        /// How many things go: the number that `--allow-removals` has to name.
        package var total: Int { addresses.count + leases.count + scans.count }
        /// Whether a limit stood in the way.
        package var isStopped: Bool { !reasons.isEmpty && !isRemoved }
    }

    /// Finds what is to go and, unless `check`, removes it within the limits of `settings.safety`.
    ///
    /// An address that was seen lately is kept wherever it is: it shows a host outside the inventory. History is kept.
    /// - Parameter allowed: the number of removals that a person acknowledged.
    /// - Throws: ``WorkflowError`` if the inventory is broken, or the cache cannot be read or written.
    package static func run(
        _ project: Project, allowed: Int?, check: Bool, in world: World
    ) throws(WorkflowError) -> Outcome {
        let now = world.now()
        let loaded = try LoadedInventory.load(project, today: now.day)
        try loaded.requireSound()
        let state = try project.networkState()
        let scanned = try project.cacheStatus()?.subnets ?? []
        let plan = loaded.plan
        let keptSince = now + .seconds(0 &- plan.effectiveDriftOutsideSubnets.missingAfter.seconds)
        let addresses = state.addresses.filter { state in
            plan.subnet(holding: state.latest.address, vrf: state.latest.vrf) == nil
                && state.lastSeen.map { $0 < keptSince } ?? true
        }
        let leases = state.leases.filter {
            plan.subnet(holding: $0.address, vrf: $0.vrf) == nil && !$0.isActive(at: now)
        }
        let scans = scanned.filter {
            plan.subnets(coveredBy: $0.prefix, vrf: $0.vrf).isEmpty
                && plan.subnets(covering: $0.prefix, vrf: $0.vrf).isEmpty
        }
        let total = addresses.count + leases.count + scans.count
        let reasons = reasons(
            removing: total, addresses: addresses.count, of: state.addresses.count,
            SafetyLimits(loaded.inventory.settings))
        let mayGo = !check && total > 0 && (reasons.isEmpty || allowed == total)
        if mayGo {
            do {
                try project.openCache(in: world).forget(addresses, leases: leases, scans: scans)
            } catch let error as WorkflowError {
                throw error
            } catch {
                throw WorkflowError("\(error)")
            }
        }
        return Outcome(
            addresses: addresses, leases: leases, scans: scans, known: state.addresses.count, reasons: reasons,
            isRemoved: mayGo)
    }

    private static func reasons(
        removing total: Int, addresses: Int, of known: Int, _ limits: SafetyLimits
    ) -> [String] {
        var reasons: [String] = []
        if total > limits.count {
            reasons.append("\(total) removals are more than max_removals, which is \(limits.count)")
        }
        if known >= SafetyLimits.smallestScope, addresses * 100 > known * limits.percent {
            reasons.append(
                "the cache would lose \(addresses) of \(known) addresses, more than max_removals_percent, "
                    + "which is \(limits.percent)")
        }
        return reasons
    }
}
