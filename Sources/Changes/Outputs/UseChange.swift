import Addressing
import Findings
import InventoryModel

/// How many addresses of a subnet or pool are claimed, before and after.
package struct UseChange: Hashable, Sendable {
    /// Claimed addresses and all addresses.
    package struct Use: Hashable, Sendable {
        /// The number of addresses that somebody claims, ranges that are kept free included.
        package let claimed: UInt128
        /// The number of addresses that hosts could have.
        package let size: UInt128
    }

    /// Whether it is a subnet or a pool.
    package let kind: Change.Kind
    /// The subnet's prefix or the pool's name, outside the default VRF as `vrf/object`.
    package let id: String
    /// The name of the subnet, where it has one.
    package let name: String?
    /// The use before; nil if it did not exist.
    package let before: Use?
    /// The use after; nil if it does not exist any more.
    package let after: Use?
}

/// Finds the subnets and pools whose use differs.
struct UseComparison {
    private struct Measured {
        let kind: Change.Kind
        let name: String?
        let use: UseChange.Use
    }

    private let base: AddressPlan
    private let head: AddressPlan

    init(_ pair: InventoryPair) {
        base = pair.base
        head = pair.head
    }

    /// The differences in address order of the subnets, each followed by its pools.
    ///
    /// - Parameter touched: the claims that came, went or moved, of both sides; only their subnets are looked at, and
    ///   those among `changes`.
    func changes(touchedBy touched: [Claim], _ changes: [Change]) -> [UseChange] {
        var prefixes: [String: Set<IPPrefix>] = [:]
        for claim in touched {
            for plan in [base, head] {
                if let subnet = plan.subnet(holding: claim.address, vrf: claim.vrf) {
                    prefixes[claim.vrf, default: []].insert(subnet.prefix.value)
                }
            }
        }
        let altered = Set(changes.filter { $0.kind == .subnet || $0.kind == .pool }.map { $0.span })
        for subnet in base.inventory.subnets + head.inventory.subnets {
            let spans = [subnet.prefix.span] + subnet.pools.map(\.name.span)
            if spans.contains(where: altered.contains) {
                prefixes[subnet.vrfName, default: []].insert(subnet.prefix.value)
            }
        }
        return prefixes.sorted { $0.key < $1.key }.flatMap { vrf, prefixes in
            prefixes.sorted().flatMap { self.changes(in: $0, vrf: vrf) }
        }
    }

    private func changes(in prefix: IPPrefix, vrf: String) -> [UseChange] {
        let (old, new) = (measure(prefix, vrf, base), measure(prefix, vrf, head))
        let ids = new.map(\.id) + old.map(\.id).filter { id in !new.contains { $0.id == id } }
        return ids.compactMap { id in
            let before = old.first { $0.id == id }?.measured
            let after = new.first { $0.id == id }?.measured
            guard let either = after ?? before, before?.use != after?.use else { return nil }
            return UseChange(kind: either.kind, id: id, name: either.name, before: before?.use, after: after?.use)
        }
    }

    /// The use of a subnet and of its pools; none of a container, where hosts have no addresses.
    private func measure(_ prefix: IPPrefix, _ vrf: String, _ plan: AddressPlan) -> [(id: String, measured: Measured)] {
        guard let subnet = plan.subnets(covering: prefix, vrf: vrf).last, subnet.prefix.value == prefix,
            subnet.status != .container
        else { return [] }
        let claimed = AddressSet(plan.claims(beginningIn: prefix.range, vrf: vrf).map(\.range))
        let whole = (
            Subject(.prefix, prefix, vrf: vrf).id,
            Measured(kind: .subnet, name: subnet.name?.value, use: use(of: prefix.usable, claimed))
        )
        return [whole]
            + subnet.pools.map { pool in
                (
                    Subject(.pool, pool.name.value, vrf: vrf).id,
                    Measured(kind: .pool, name: nil, use: use(of: pool.range.value, claimed))
                )
            }
    }

    private func use(of range: IPRange, _ claimed: AddressSet) -> UseChange.Use {
        UseChange.Use(claimed: claimed.intersection(range).count, size: range.count)
    }
}
