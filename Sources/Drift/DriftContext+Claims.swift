package import Chronology
package import Findings
package import InventoryModel

extension DriftContext {
    /// The claims that devices of one status make to an address, in order.
    package func devices(of status: DeviceStatus, claiming sighting: Sighting) -> [Claim] {
        if sighting.claims.isEmpty { return [] }
        return sighting.claims.filter { claim in
            guard case .device(let device, _, _) = claim.claimant else { return false }
            return plan.inventory.devices[device].status == status
        }
    }

    /// The last day that a claim holds; nil if it has none.
    package func expiry(of claim: Claim) -> Located<CalendarDate>? {
        plan.device(of: claim)?.address.expires ?? plan.reservation(of: claim)?.expires
    }
}
