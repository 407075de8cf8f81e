import Addressing
import Changes
import Chronology
import Findings
import InventoryModel
package import Observations
package import Storage

/// What the cache knows beyond the inventory and that nobody needs.
///
/// An address that was seen lately is kept wherever it is: it shows a host outside the inventory.
package struct CacheOrphans: Sendable {
    /// What is known about addresses in no declared subnet that were not seen lately, sorted.
    package let addresses: [AddressState]
    /// Leases that have ended, for addresses in no declared subnet.
    package let leases: [DHCPLease]
    /// When subnets were scanned that are declared no more.
    package let scans: [CacheStatus.Subnet]
    /// How many addresses the cache knows.
    package let known: Int

    /// How many things go.
    package var total: Int { addresses.count + leases.count + scans.count }

    /// Looks for them.
    ///
    /// - Parameter leaving: where subnets stand that are about to go.
    /// - Throws: ``WorkflowError`` if the cache cannot be read.
    static func find(
        beyond plan: AddressPlan, without leaving: Set<SourceSpan> = [], _ project: Project, in world: World
    ) throws(WorkflowError) -> CacheOrphans {
        let now = world.now()
        let state = try project.networkState()
        let scanned = try project.cacheStatus()?.subnets ?? []
        let keptSince = now + .seconds(0 &- plan.effectiveDriftOutsideSubnets.missingAfter.seconds)
        func isDeclared(_ subnets: [Subnet]) -> Bool { subnets.contains { !leaving.contains($0.span) } }
        func isDeclared(_ address: IPAddress, _ vrf: String) -> Bool {
            isDeclared(plan.subnets(covering: IPPrefix(containing: address, length: address.family.width), vrf: vrf))
        }
        return CacheOrphans(
            addresses: state.addresses.filter { state in
                !isDeclared(state.latest.address, state.latest.vrf) && state.lastSeen.map { $0 < keptSince } ?? true
            },
            leases: state.leases.filter { !isDeclared($0.address, $0.vrf) && !$0.isActive(at: now) },
            scans: scanned.filter {
                !isDeclared(plan.subnets(coveredBy: $0.prefix, vrf: $0.vrf))
                    && !isDeclared(plan.subnets(covering: $0.prefix, vrf: $0.vrf))
            },
            known: state.addresses.count)
    }

    /// The limit on the share of what is known that goes, if it is exceeded, as a sentence.
    func excess(over limits: SafetyLimits) -> String? {
        guard known >= SafetyLimits.smallestScope, addresses.count * 100 > known * limits.percent else { return nil }
        return "the cache would lose \(addresses.count) of \(known) addresses, more than max_removals_percent, "
            + "which is \(limits.percent)"
    }

    /// Forgets them; the history is kept.
    ///
    /// - Throws: ``WorkflowError`` if the cache cannot be written.
    package func forget(from project: Project, in world: World) throws(WorkflowError) {
        guard total > 0 else { return }
        do {
            try project.openCache(in: world).forget(addresses, leases: leases, scans: scans)
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError("\(error)")
        }
    }
}
