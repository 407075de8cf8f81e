import Findings
package import InventoryModel
import ZoneData

/// All that a change of an inventory means: for its objects, its addresses, and what is made of them.
package struct ChangeSet: Sendable {
    /// Objects and addresses, what goes first, by sort of thing.
    package let changes: [Change]
    /// DNS records, what goes first, by zone.
    package let records: [RecordChange]
    /// DHCP reservations, what goes first.
    package let reservations: [DHCPReservationChange]
    /// Subnets and pools whose use differs, in address order.
    package let uses: [UseChange]
    /// All claims that were not made before, those by claimants who moved included, in address order.
    package let newClaims: [Claim]
    /// The claims of single addresses that nobody claimed before, in address order.
    package let newAddresses: [Claim]
    /// How much goes, and what it goes from.
    package let removals: Removals

    /// Compares two sides.
    package init(_ pair: InventoryPair) {
        let claims = ClaimComparison(pair)
        let sides = [pair.base, pair.head].concurrentMap(workers: 2) { plan in
            (
                objects: DeclaredObjects(plan.inventory, where: pair.isChanged).all,
                zones: plan.inventory.zones.isEmpty ? [] : ZoneSet(plan).zones
            )
        }
        let objects = ObjectComparison.changes(from: sides[0].objects, to: sides[1].objects)
        let zones = sides.map(\.zones)
        changes = (objects + claims.changes(pair)).sorted(by: Change.precedes)
        records = RecordComparison.changes(from: zones[0], to: zones[1])
        let dhcp = [pair.base, pair.head].map(DHCPReservation.all)
        reservations = DHCPReservationChange.all(from: dhcp[0], to: dhcp[1])
        let touched = (claims.moved + claims.passedOn).flatMap { [$0.base, $0.head] }
        uses = UseComparison(pair).changes(touchedBy: claims.claimed + claims.freed + touched, changes)
        newClaims = claims.newClaims
        newAddresses = claims.newAddresses(in: pair.base)
        removals = Removals(
            freed: claims.freed, from: pair.base, records: records, zones: zones[0], remaining: zones[1],
            reservations: reservations, of: dhcp[0]
        )
    }

    /// Whether the change means nothing, however much text it moves.
    package var isEmpty: Bool { changes.isEmpty && records.isEmpty && reservations.isEmpty }
}
