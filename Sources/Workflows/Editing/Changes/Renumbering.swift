import Addressing
import Allocation
import Edits
import Findings
import InventoryModel
import Observations

/// Moves a device to another subnet: each of its addresses gives way to the next free one there.
package struct Renumbering: InventoryChange {
    /// The device's name.
    package let device: String
    /// Where it moves: subnets, static pools, sites, tags.
    package let target: [String]
    /// The subnet that it leaves; nil for the only one that it has addresses in.
    package var origin: String?
    /// The interface that moves; nil for all.
    package var interface: String?

    /// Moves a device.
    package init(_ device: String, to target: [String]) {
        self.device = device
        self.target = target
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        try draft.loaded.requireSound(for: .space)
        let plan = draft.loaded.plan
        let known = try draft.device(named: device)
        let sources = try NextWorkflow.translating { () throws(AllocationError) in
            try NextWorkflow.sources(target, plan)
        }
        let families = Set(sources.map(\.range.family))
        let moving = try claims(of: known, families, in: draft)
        let state = try draft.project.networkState()
        let now = draft.world.now()
        for (family, claims) in moving {
            let offer = try NextWorkflow.translating { () throws(AllocationError) in
                try AddressOffer(
                    claims.count, from: sources, of: plan, seen: state, family: family, strategy: .lowest, now: now)
            }
            for (claim, offered) in zip(claims, offer.addresses) {
                guard claim.vrf == offered.vrf else {
                    throw WorkflowError(
                        "'\(device)' has \(claim.address) in VRF '\(claim.vrf)', and the target is in '\(offered.vrf)': "
                            + "release it and assign a new address", status: .usage)
                }
                try draft.edit(claim.span) { document, node in
                    document.replace(node, with: .text("\(offered.address)"))
                }
                draft.note("Move \(device) from \(claim.address) to \(offered.address)")
                draft.give("\(offered.address)")
            }
        }
    }

    /// The addresses that move, by family.
    private func claims(
        of known: Device, _ families: Set<AddressFamily>, in draft: InventoryDraft
    ) throws(WorkflowError) -> [(AddressFamily, [Claim])] {
        let plan = draft.loaded.plan
        let leaving = try origin.map { origin throws(WorkflowError) in try draft.subnet(named: origin) }
        let claims = plan.claims.filter { claim in
            guard let held = plan.device(of: claim), held.device.name.value == device else { return false }
            return families.contains(claim.address.family)
                && (interface == nil || held.interface.name.value == interface)
                && (leaving == nil || claim.vrf == leaving?.vrfName)
                && leaving?.prefix.value.contains(claim.address) != false
        }
        guard !claims.isEmpty else {
            throw WorkflowError("'\(device)' has no address that could move there", status: .usage)
        }
        var moving: [(AddressFamily, [Claim])] = []
        for family in families.sorted(by: { $0.rawValue < $1.rawValue }) {
            let own = claims.filter { $0.address.family == family }
            let homes = Set(own.compactMap { plan.subnet(holding: $0.address, vrf: $0.vrf)?.prefix.value })
            guard homes.count < 2 else {
                let names = homes.sorted().map(\.description).joined(separator: ", ")
                throw WorkflowError(
                    "'\(device)' has addresses in several subnets: say which it leaves with --from: \(names)",
                    status: .usage)
            }
            if !own.isEmpty { moving.append((family, own)) }
        }
        return moving
    }
}
