import Addressing
import Findings
package import InventoryModel
import Observations

/// How much of a pool is taken: claimed in the inventory, leased by a DHCP server, or in use without either.
package struct PoolUse: Sendable {
    /// The pool.
    package let pool: Pool
    /// The place of its subnet.
    let subnet: Int
    /// How many addresses it has for hosts.
    package let size: UInt128
    /// How many of them are free.
    package let free: UInt128

    /// Whether less than a tenth is free.
    package var isNearlyFull: Bool { free > 0 && free < (size + 9) / 10 }

    /// A pool of fewer addresses is made for just what is in it.
    private static let smallest: UInt128 = 10

    /// The use of every pool that is handed out and has at least ten addresses.
    static func all(
        of subnets: JudgedSubnets, _ plan: AddressPlan, _ sightings: [Sighting], _ leases: [DHCPLease]
    ) -> [PoolUse] {
        subnets.all.indices.flatMap { place in
            let subnet = subnets.all[place].subnet
            return subnet.pools.compactMap { pool -> PoolUse? in
                guard pool.purpose != .reserved, let hosts = pool.range.value.intersection(subnet.prefix.value.usable),
                    hosts.count >= smallest
                else { return nil }
                let taken = taken(in: hosts, vrf: subnet.vrfName, plan, sightings, leases)
                return PoolUse(pool: pool, subnet: place, size: hosts.count, free: taken.free(in: hosts).count)
            }
        }
    }

    private static func taken(
        in range: IPRange, vrf: String, _ plan: AddressPlan, _ sightings: [Sighting], _ leases: [DHCPLease]
    ) -> AddressSet {
        let around = plan.reservations(holding: range.first, vrf: vrf).map(\.range.value)
        let claimed = AddressSet(around + plan.claims(beginningIn: range, vrf: vrf).lazy.map(\.range))
        let inUse = sightings[sightings.places(in: range, vrf: vrf)].lazy.filter(\.isAlive).map { IPRange($0.address) }
        let start = leases.partitionIndex { ($0.vrf, $0.address) < (vrf, range.first) }
        let leased = leases[start...].prefix { $0.vrf == vrf && $0.address <= range.last }.map { IPRange($0.address) }
        return claimed.union(AddressSet(Array(inUse))).union(AddressSet(leased))
    }
}
