package import Addressing
package import Chronology
package import Findings
package import InventoryModel
package import Observations

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

    /// The live addresses that nobody claims but devices of one kind, each with the first claim and what shows it alive.
    package func alive(
        claimedOnlyBy kind: Claimants
    ) -> [(sighting: Sighting, state: AddressState, claim: Claim)] {
        sightings.compactMap { sighting in
            guard sighting.claimants == kind, let state = sighting.alive, let claim = sighting.claims.first else {
                return nil
            }
            return (sighting, state, claim)
        }
    }

    /// The place of the device that alone claims an address, and its claim, if the device lists services.
    func serviceHost(at sighting: Sighting) -> (device: Int, claim: Claim)? {
        guard sighting.claims.count == 1, let claim = sighting.claims.first,
            case .device(let device, _, _) = claim.claimant, !plan.inventory.devices[device].services.isEmpty
        else { return nil }
        return (device, claim)
    }

    /// Whether a device that claims an address declares this hardware address for it.
    func isDeclared(_ mac: MACAddress, at sighting: Sighting) -> Bool {
        plan.declares(mac, in: sighting.claims)
    }

    /// The edit that gives the device behind a claim another status; nil for a reservation.
    package func edit(settingStatus status: DeviceStatus, of claim: Claim) -> DraftEdit? {
        guard case .device(let device, _, _) = claim.claimant else { return nil }
        return .set("status", to: status.rawValue, in: plan.inventory.devices[device].name.span)
    }
}

extension AddressPlan {
    /// Whether one of the claims is that of an interface with this hardware address.
    func declares(_ mac: MACAddress, in claims: ArraySlice<Claim>) -> Bool {
        claims.contains { claim in
            guard case .device(let device, let interface, _) = claim.claimant else { return false }
            return inventory.devices[device].interfaces[interface].mac?.value == mac
        }
    }
}
