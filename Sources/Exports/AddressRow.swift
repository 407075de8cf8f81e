package import Addressing
import Chronology
package import Findings
package import InventoryModel
import Observations
import ZoneData

/// A claim joined with all that is known about its address: the row of the `csv` and `json` exports.
package struct AddressRow: Sendable {
    /// Who claims an address.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case device
        case reservation
    }

    /// The claim.
    package let claim: Claim
    /// The most specific subnet that holds the address; nil outside all subnets.
    package let subnet: Subnet?
    /// The pool of the subnet that holds the address.
    package let pool: Pool?
    /// The device, interface and address that claim it; nil for a reservation.
    package let device: (device: Device, interface: Interface, address: InterfaceAddress)?
    /// The reservation that claims it; nil for a device.
    package let reservation: Reservation?
    /// The names it is published under.
    package let names: [DomainName]
    /// What was seen of it; nil for a range, and for an address that no scan knows.
    package let sighting: Sighting?
    /// Where it is declared.
    package let location: SourceLocation

    /// Who claims it.
    package var kind: Kind { device == nil ? .reservation : .device }
}

/// Every claim of an inventory with all that is known about it.
package enum AddressTable {
    /// One row a claim, sorted by routing domain, then by address.
    package static func rows(_ input: ExportInput) -> [AddressRow] {
        let plan = input.plan
        let sightings = SightingTable(input.state)
        var locator = SourceLocator(input.sources)
        return plan.claims.map { claim in
            let subnet = plan.subnet(holding: claim.address, vrf: claim.vrf)
            return AddressRow(
                claim: claim,
                subnet: subnet,
                pool: subnet?.pools.first { $0.range.value.contains(claim.address) },
                device: plan.device(of: claim),
                reservation: plan.reservation(of: claim),
                names: plan.publication(of: claim).names,
                sighting: claim.isSingleAddress ? sightings[claim.address, vrf: claim.vrf] : nil,
                location: locator.location(of: claim.span)
            )
        }
    }
}
