import Addressing
import Findings
import InventoryModel

/// The most specific subnet and the pool that hold the first address of every claim.
///
/// Claims, subnets and pools are all swept once in address order: finding the place of each claim by itself would be
/// the greater part of the time that the rules take.
struct ClaimPlaces: Sendable {
    private var subnets: [Int32] = []
    private var pools: [Int32] = []

    init(_ plan: AddressPlan, pools allPools: [PlacedPool]) {
        let claims = plan.claims
        let subnets = plan.inventory.subnets
        let subnetsByDomain = Dictionary(grouping: subnets.indices) { subnets[$0].vrfName }
        let poolsByDomain = Dictionary(grouping: allPools.indices) { allPools[$0].vrf }
        self.subnets.reserveCapacity(claims.count)
        self.pools.reserveCapacity(claims.count)
        var start = 0
        while start < claims.count {
            let vrf = claims[start].vrf
            var subnetSweep = SubnetSweep((subnetsByDomain[vrf] ?? []).map { (subnets[$0].prefix.value, Int32($0)) })
            var poolSweep = PoolSweep((poolsByDomain[vrf] ?? []).map { (allPools[$0].range, Int32($0)) })
            while start < claims.count, claims[start].vrf == vrf {
                let address = claims[start].address
                self.subnets.append(subnetSweep.holder(of: address) ?? -1)
                self.pools.append(poolSweep.holder(of: address) ?? -1)
                start += 1
            }
        }
    }

    /// The place in the inventory's list of the subnet that holds a claim, given the claim's place in the plan.
    func subnet(ofClaim index: Int) -> Int? { subnets[index] < 0 ? nil : Int(subnets[index]) }

    /// The place among all pools of the one that holds a claim, given the claim's place in the plan.
    func pool(ofClaim index: Int) -> Int? { pools[index] < 0 ? nil : Int(pools[index]) }
}

/// Finds the most specific prefix for each of many ascending addresses.
private struct SubnetSweep {
    private let prefixes: [(prefix: IPPrefix, index: Int32)]
    private var next = 0
    private var open: [(prefix: IPPrefix, last: IPAddress, index: Int32)] = []

    init(_ prefixes: [(prefix: IPPrefix, index: Int32)]) {
        self.prefixes = prefixes.sorted { ($0.prefix, $0.index) < ($1.prefix, $1.index) }
    }

    mutating func holder(of address: IPAddress) -> Int32? {
        while next < prefixes.count, prefixes[next].prefix.network <= address {
            let (prefix, index) = prefixes[next]
            next += 1
            close(before: prefix.network)
            // Of equal prefixes the first counts; the others are reported as duplicates.
            if open.last?.prefix != prefix { open.append((prefix, prefix.last, index)) }
        }
        close(before: address)
        return open.last?.index
    }

    private mutating func close(before address: IPAddress) {
        while let innermost = open.last, innermost.last < address { open.removeLast() }
    }
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
