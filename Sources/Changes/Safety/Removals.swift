import Addressing
import Findings
import InventoryModel
import ZoneData

/// How much a change removes, and from what.
package struct Removals: Hashable, Sendable {
    /// Something that holds many things of one sort, some of which go.
    package struct Scope: Hashable, Sendable {
        /// What it is called: `the zone example.net.`.
        package let title: String
        /// What it holds: `DNS records`.
        package let contents: String
        /// How many it held.
        package let existing: Int
        /// How many of them go.
        package let removed: Int
    }

    /// How many addresses and ranges are freed.
    package let addresses: Int
    /// How many DNS records go or lose values; those of one name and type count as one, as in the list of changes.
    package let records: Int
    /// How many DHCP reservations go.
    package let reservations: Int
    /// The zones that go altogether, with the numbers of their records.
    package let zones: [Scope]
    /// The subnets and zones that lose something, in order.
    package let scopes: [Scope]

    /// How many things go in all: the number that `--allow-removals` has to name.
    package var total: Int { addresses + records + reservations }

    init(
        freed: [Claim], from plan: AddressPlan, records changes: [RecordChange], zones old: [ZoneContent],
        remaining new: [ZoneContent], reservations dhcp: [DHCPReservationChange], of all: [DHCPReservation]
    ) {
        addresses = freed.count
        let goneReservations = dhcp.filter { $0.after == nil }.compactMap(\.before)
        reservations = goneReservations.count
        let zoneScopes = Self.scopes(of: old, changes)
        records = zoneScopes.reduce(0) { $0 + $1.removed }
        let remaining = Set(new.map { Self.title(of: $0) })
        let gone = old.filter { !remaining.contains(Self.title(of: $0)) }.map { Self.title(of: $0) }
        zones = zoneScopes.filter { gone.contains($0.title) }
        scopes = Self.scopes(of: plan, freed) + Self.scopes(of: all, goneReservations) + zoneScopes
    }

    private static func title(of zone: ZoneContent) -> String { "the zone \(zone.name)" }

    private static func scopes(of zones: [ZoneContent], _ changes: [RecordChange]) -> [Scope] {
        let byZone = Dictionary(grouping: changes.filter { $0.type != .soa }, by: \.zone)
        return zones.compactMap { zone in
            guard let changes = byZone[zone.name] else { return nil }
            let removed = changes.count { ($0.before?.data.count ?? 0) > ($0.after?.data.count ?? 0) }
            guard removed > 0 else { return nil }
            return Scope(
                title: title(of: zone), contents: "DNS records", existing: RecordComparison.count(zone.records),
                removed: removed)
        }
    }

    private static func scopes(of plan: AddressPlan, _ freed: [Claim]) -> [Scope] {
        let held = freed.compactMap { claim in plan.subnet(holding: claim.address, vrf: claim.vrf) }
        let bySubnet = Dictionary(grouping: held, by: \.prefix)
        return bySubnet.sorted { $0.key.value < $1.key.value }.compactMap { prefix, subnets in
            guard let subnet = subnets.first else { return nil }
            let claims = plan.claims(beginningIn: prefix.value.range, vrf: subnet.vrfName)
            let existing = claims.count { claim in
                plan.subnet(holding: claim.address, vrf: claim.vrf)?.prefix == prefix
            }
            let title = "the subnet \(Subject(.prefix, prefix.value, vrf: subnet.vrfName).id)"
            return Scope(title: title, contents: "claims", existing: existing, removed: subnets.count)
        }
    }

    private static func scopes(of all: [DHCPReservation], _ gone: [DHCPReservation]) -> [Scope] {
        func title(_ reservation: DHCPReservation) -> String {
            "the subnet \(Subject(.prefix, reservation.subnet, vrf: reservation.vrf).id)"
        }
        let existing = Dictionary(grouping: all, by: title)
        return Dictionary(grouping: gone, by: title).sorted { $0.key < $1.key }.map { name, gone in
            Scope(
                title: name, contents: "DHCP reservations", existing: existing[name]?.count ?? 0, removed: gone.count)
        }
    }
}
