package import Addressing
import Findings
package import InventoryModel

/// An address that a DHCP server always gives to the same client.
package struct DHCPReservation: Hashable, Comparable, Sendable {
    /// The routing domain.
    package let vrf: String
    /// The subnet.
    package let subnet: IPPrefix
    /// Who gets the address.
    package let client: DHCPClient
    /// The address.
    package let address: IPAddress
    /// The device that it belongs to.
    package let device: String

    package static func < (left: DHCPReservation, right: DHCPReservation) -> Bool {
        (left.vrf, left.subnet, left.address, left.client, left.device)
            < (right.vrf, right.subnet, right.address, right.client, right.device)
    }

    /// All reservations of an inventory, in order.
    package static func all(in plan: AddressPlan) -> [DHCPReservation] {
        plan.servedSubnets.flatMap { subnet in
            plan.reservedClaims(in: subnet).map { claim, client in
                DHCPReservation(
                    vrf: claim.vrf, subnet: subnet.prefix.value, client: client, address: claim.address,
                    device: plan.title(of: claim)
                )
            }
        }.sorted()
    }
}

/// A DHCP reservation that differs.
package struct DHCPReservationChange: Hashable, Sendable {
    /// What it was; nil for one that is new.
    package let before: DHCPReservation?
    /// What it is; nil for one that is gone.
    package let after: DHCPReservation?

    /// The differences between two inventories: what goes, what is changed, what is new, each sorted.
    ///
    /// A reservation is changed if in its subnet the same client gets another address, or the address another client.
    static func all(from base: [DHCPReservation], to head: [DHCPReservation]) -> [DHCPReservationChange] {
        var old = Set(base).subtracting(head)
        var new = Set(head).subtracting(base)
        var changed: [DHCPReservationChange] = []
        for key in [Self.byClient, byAddress] {
            var waiting = Dictionary(grouping: old.sorted(by: >), by: key)
            for after in new.sorted() {
                guard let before = waiting[key(after)]?.popLast() else { continue }
                old.remove(before)
                new.remove(after)
                changed.append(DHCPReservationChange(before: before, after: after))
            }
        }
        return old.sorted().map { DHCPReservationChange(before: $0, after: nil) }
            + changed.sorted { precedes($0, $1) }
            + new.sorted().map { DHCPReservationChange(before: nil, after: $0) }
    }

    private static func precedes(_ left: DHCPReservationChange, _ right: DHCPReservationChange) -> Bool {
        guard let here = left.after, let there = right.after else { return false }
        return here < there
    }

    private static func byClient(_ reservation: DHCPReservation) -> String {
        "\(reservation.vrf) \(reservation.subnet) \(reservation.client)"
    }

    private static func byAddress(_ reservation: DHCPReservation) -> String {
        "\(reservation.vrf) \(reservation.subnet) \(reservation.address)"
    }
}
