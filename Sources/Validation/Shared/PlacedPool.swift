import Addressing
import Findings
import InventoryModel

/// A pool together with the subnet that declares it.
struct PlacedPool: Sendable {
    /// The pool itself.
    let pool: Pool
    /// The prefix of the subnet that it is declared in.
    let subnet: Located<IPPrefix>
    /// The routing domain of that subnet.
    let vrf: String

    /// Its addresses.
    var range: IPRange { pool.range.value }

    /// The pool as a finding is about it.
    var subject: Subject { Subject(.pool, pool.name.value, vrf: vrf) }

    /// All pools of an inventory, by routing domain, then by addresses, then by name.
    static func all(in inventory: Inventory) -> [PlacedPool] {
        inventory.subnets.flatMap { subnet in
            subnet.pools.map { PlacedPool(pool: $0, subnet: subnet.prefix, vrf: subnet.vrfName) }
        }
        .sorted(by: precedes)
    }

    private static func precedes(_ left: PlacedPool, _ right: PlacedPool) -> Bool {
        if left.vrf != right.vrf { return left.vrf < right.vrf }
        if left.range != right.range { return left.range < right.range }
        return (left.pool.name.value, left.pool.name.span) < (right.pool.name.value, right.pool.name.span)
    }
}
