package import Addressing
package import Chronology
package import Findings
package import InventoryModel

// These reach into the inventory in place: a copy of every device that was seen would cost more than all the rules.
extension DriftContext {
    /// The claims that active devices make to an address, in order.
    package func activeClaims(on sighting: Sighting) -> [Claim] {
        sighting.claims.filter { claim in
            guard case .device(let device, _, _) = claim.claimant else { return false }
            return plan.inventory.devices[device].status == .active
        }
    }

    /// The hardware address of the interface that makes a claim; nil if it declares none.
    package func declaredMAC(of claim: Claim) -> Located<MACAddress>? {
        guard case .device(let device, let interface, _) = claim.claimant else { return nil }
        return plan.inventory.devices[device].interfaces[interface].mac
    }

    /// The last day that a claim holds; nil if it has none.
    package func expiry(of claim: Claim) -> Located<CalendarDate>? {
        switch claim.claimant {
        case .device(let device, let interface, let address):
            plan.inventory.devices[device].interfaces[interface].addresses[address].expires
        case .reservation(let index):
            plan.inventory.reservations[index].expires
        }
    }
}
