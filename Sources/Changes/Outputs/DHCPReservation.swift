package import Addressing
import Findings
package import InventoryModel

/// An address that a DHCP server always gives to the same hardware address.
package struct DHCPReservation: Hashable, Comparable, Sendable {
    /// The routing domain.
    package let vrf: String
    /// The subnet.
    package let subnet: IPPrefix
    /// Who gets the address.
    package let mac: MACAddress
    /// The address.
    package let address: IPAddress
    /// The device that it belongs to.
    package let device: String

    package static func < (left: DHCPReservation, right: DHCPReservation) -> Bool {
        (left.vrf, left.subnet, left.address, left.mac, left.device)
            < (right.vrf, right.subnet, right.address, right.mac, right.device)
    }

    /// All reservations of an inventory: interfaces with a MAC and an address in a subnet that says `dhcp:`, or in a
    /// pool that a DHCP server hands out.
    package static func all(in plan: AddressPlan) -> [DHCPReservation] {
        let served = plan.inventory.subnets.filter { subnet in
            subnet.dhcp != nil || subnet.pools.contains { $0.purpose == .dhcp }
        }
        return served.flatMap { reservations(of: $0, in: plan) }.sorted()
    }

    private static func reservations(of subnet: Subnet, in plan: AddressPlan) -> [DHCPReservation] {
        plan.claims(beginningIn: subnet.prefix.value.range, vrf: subnet.vrfName).compactMap { claim in
            guard let (device, interface, _) = plan.device(of: claim), let mac = interface.mac?.value,
                plan.subnet(holding: claim.address, vrf: claim.vrf)?.prefix.value == subnet.prefix.value,
                subnet.dhcp != nil
                    || subnet.pools.contains(where: { $0.purpose == .dhcp && $0.range.value.contains(claim.address) })
            else { return nil }
            return DHCPReservation(
                vrf: claim.vrf, subnet: subnet.prefix.value, mac: mac, address: claim.address,
                device: device.name.value
            )
        }
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
    /// A reservation is changed if in its subnet the same MAC gets another address, or the address another MAC.
    static func all(from base: [DHCPReservation], to head: [DHCPReservation]) -> [DHCPReservationChange] {
        var old = Set(base).subtracting(head)
        var new = Set(head).subtracting(base)
        var changed: [DHCPReservationChange] = []
        for key in [Self.byMAC, byAddress] {
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

    private static func byMAC(_ reservation: DHCPReservation) -> String {
        "\(reservation.vrf) \(reservation.subnet) \(reservation.mac)"
    }

    private static func byAddress(_ reservation: DHCPReservation) -> String {
        "\(reservation.vrf) \(reservation.subnet) \(reservation.address)"
    }
}
