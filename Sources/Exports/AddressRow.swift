package import Addressing
import Chronology
package import Findings
package import InventoryModel
import Observations
import ZoneData

/// A claim joined with all that is known about its address, or a pool or subnet in which nothing is claimed: the row of
/// the `csv` and `json` exports.
package struct AddressRow: Sendable {
    /// Who claims the addresses, or what they are if nobody does.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case device
        case reservation
        case pool
        case subnet
    }

    /// Who claims the addresses, or what they are.
    package let kind: Kind
    /// The addresses: of a device always one.
    package let range: IPRange
    /// The name of the routing domain.
    package let vrf: String
    /// What is declared of the routing domain; nil if nothing is.
    package let domain: VRF?
    /// The site of the device, or else of the subnet, and that of the subnet.
    package let site: Site?, subnetSite: Site?
    /// The role that lets others claim them too.
    package let sharedRole: SharedRole?
    /// The most specific subnet that holds the first address; nil outside all subnets.
    package let subnet: Subnet?
    /// The pool of the subnet that holds the first address.
    package let pool: Pool?
    /// The device, interface and address that claim it; nil for anything else.
    package let device: (device: Device, interface: Interface, address: InterfaceAddress)?
    /// The reservation that claims it; nil for anything else.
    package let reservation: Reservation?
    /// The names it is published under.
    package let names: [DomainName]
    /// What was seen of it; nil for a range, and for an address that no scan knows.
    package let sighting: Sighting?
    /// Where it is declared.
    package let location: SourceLocation
}

/// Every claim of an inventory with all that is known about it.
package enum AddressTable {
    /// One row a claim, sorted by routing domain, then by address.
    package static func rows(_ input: ExportInput) -> [AddressRow] {
        let plan = input.plan
        let sightings = SightingTable(input.state)
        let places = PlaceTable(plan.inventory)
        var locator = SourceLocator(input.sources)
        return plan.claims.map { claim in
            let subnet = plan.subnet(holding: claim.address, vrf: claim.vrf)
            let device = plan.device(of: claim)
            return AddressRow(
                kind: device == nil ? .reservation : .device,
                range: claim.range,
                vrf: claim.vrf,
                domain: places.vrfs[claim.vrf],
                site: places.site(device?.device.site ?? subnet?.site), subnetSite: places.site(subnet?.site),
                sharedRole: claim.role,
                subnet: subnet,
                pool: subnet?.pools.first { $0.range.value.contains(claim.address) },
                device: device,
                reservation: plan.reservation(of: claim),
                names: plan.publication(of: claim).names,
                sighting: claim.isSingleAddress ? sightings[claim.address, vrf: claim.vrf] : nil,
                location: locator.location(of: claim.span)
            )
        }
    }

    /// The pools and subnets that no row of a claim tells of, sorted by routing domain, then by address.
    package static func unclaimed(_ input: ExportInput) -> [AddressRow] {
        let plan = input.plan
        var told: Set<SourceSpan> = []
        for claim in plan.claims {
            guard let subnet = plan.subnet(holding: claim.address, vrf: claim.vrf) else { continue }
            told.insert(subnet.span)
            if let pool = subnet.pools.first(where: { $0.range.value.contains(claim.address) }) {
                told.insert(pool.name.span)
            }
        }
        let places = PlaceTable(plan.inventory)
        var locator = SourceLocator(input.sources)
        func row(_ kind: AddressRow.Kind, _ range: IPRange, _ subnet: Subnet, _ pool: Pool?) -> AddressRow {
            AddressRow(
                kind: kind, range: range, vrf: subnet.vrfName, domain: places.vrfs[subnet.vrfName],
                site: places.site(subnet.site), subnetSite: places.site(subnet.site), sharedRole: nil, subnet: subnet,
                pool: pool, device: nil, reservation: nil, names: [], sighting: nil,
                location: locator.location(of: pool?.name.span ?? subnet.span))
        }
        return plan.inventory.subnets.flatMap { subnet in
            let pools = subnet.pools.filter { !told.contains($0.name.span) }
            let isTold = told.contains(subnet.span) || !pools.isEmpty
            return (isTold ? [] : [row(.subnet, subnet.prefix.value.range, subnet, nil)])
                + pools.map { row(.pool, $0.range.value, subnet, $0) }
        }.sorted { ($0.vrf, $0.range, $0.kind.rawValue) < ($1.vrf, $1.range, $1.kind.rawValue) }
    }
}

/// The sites and routing domains of an inventory by their names.
private struct PlaceTable {
    let vrfs: [String: VRF]
    private let sites: [String: Site]

    init(_ inventory: Inventory) {
        vrfs = Dictionary(inventory.vrfs.map { ($0.name.value, $0) }) { first, _ in first }
        sites = Dictionary(inventory.sites.map { ($0.name.value, $0) }) { first, _ in first }
    }

    func site(_ name: Located<String>?) -> Site? { name.flatMap { sites[$0.value] } }
}
