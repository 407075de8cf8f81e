import Addressing
import Findings
import InventoryModel

/// The pool that holds the first address of every claim.
///
/// Claims and pools are swept once in address order: finding the pool of each claim by itself would be the greater part
/// of the time that the rules take.
struct ClaimPools: Sendable {
    private var pools: [Int32] = []

    init(_ plan: AddressPlan, pools allPools: [PlacedPool]) {
        let claims = plan.claims
        let poolsByDomain = Dictionary(grouping: allPools.indices) { allPools[$0].vrf }
        pools.reserveCapacity(claims.count)
        var start = 0
        while start < claims.count {
            let vrf = claims[start].vrf
            var sweep = PoolSweep((poolsByDomain[vrf] ?? []).map { (allPools[$0].range, Int32($0)) })
            while start < claims.count, claims[start].vrf == vrf {
                pools.append(sweep.holder(of: claims[start].address) ?? -1)
                start += 1
            }
        }
    }

    /// The place among all pools of the one that holds a claim, given the claim's place in the plan.
    func pool(ofClaim index: Int) -> Int? { pools[index] < 0 ? nil : Int(pools[index]) }
}

/// Finds the pool for each of many ascending addresses; of overlapping pools, the one that reaches furthest.
private struct PoolSweep {
    private let pools: [(range: IPRange, index: Int32)]
    private var next = 0
    private var reach: (range: IPRange, index: Int32)?

    /// Makes a sweep over pools in ascending order.
    init(_ pools: [(range: IPRange, index: Int32)]) {
        self.pools = pools
    }

    mutating func holder(of address: IPAddress) -> Int32? {
        while next < pools.count, pools[next].range.first <= address {
            let furthest = reach?.range.last ?? pools[next].range.last
            if pools[next].range.last >= furthest { reach = pools[next] }
            next += 1
        }
        guard let reach, reach.range.contains(address) else { return nil }
        return reach.index
    }
}
