import Addressing
import Findings
import InventoryModel

/// A pool together with the subnet that declares it.
struct PlacedPool: Sendable {
    /// The subnet that it is declared in.
    let subnet: Subnet
    /// The pool itself.
    let pool: Pool

    /// Its addresses.
    var range: IPRange { pool.range.value }

    /// The pool as a finding is about it.
    var subject: Subject { Subject(.pool, pool.name.value, vrf: subnet.vrfName) }

    /// All pools of an inventory, by routing domain, then by addresses, then by name.
    static func all(in inventory: Inventory) -> [PlacedPool] {
        inventory.subnets.flatMap { subnet in subnet.pools.map { PlacedPool(subnet: subnet, pool: $0) } }
            .sorted(by: precedes)
    }

    private static func precedes(_ left: PlacedPool, _ right: PlacedPool) -> Bool {
        if left.subnet.vrfName != right.subnet.vrfName { return left.subnet.vrfName < right.subnet.vrfName }
        if left.range != right.range { return left.range < right.range }
        return (left.pool.name.value, left.pool.name.span) < (right.pool.name.value, right.pool.name.span)
    }
}
