import Addressing
import Chronology
import Findings
import InventoryModel
import Observations

/// Joins what was seen with what is declared in one walk over both, which are in the same order.
struct SightingCollector: Sendable {
    private let plan: AddressPlan
    private let subnets: JudgedSubnets
    private let outside: EffectiveDrift
    private let now: Timestamp
    private var nextClaim = 0

    init(_ plan: AddressPlan, _ subnets: JudgedSubnets, outside: EffectiveDrift, now: Timestamp) {
        self.plan = plan
        self.subnets = subnets
        self.outside = outside
        self.now = now
    }

    /// One sighting for each address that anything is known about, sorted by VRF and address.
    ///
    /// - Parameter workers: how many threads share the walk.
    func collect(_ states: [AddressState], workers: Int) -> [Sighting] {
        states.sortedByAddress.parts.concurrentReduce(into: [], workers: workers) { part in
            var own = self
            return own.sightings(of: part)
        } _: { sightings, part in
            sightings += part
        }
    }

    private mutating func sightings(of states: ArraySlice<AddressState>) -> [Sighting] {
        var sightings: [Sighting] = []
        sightings.reserveCapacity(states.count)
        var start = states.startIndex
        while start < states.endIndex {
            let vrf = states[start].latest.vrf
            let address = states[start].latest.address
            if start == states.startIndex {
                nextClaim = plan.claims.partitionIndex { ($0.vrf, $0.address) < (vrf, address) }
            }
            let end = states.end(ofAddressAt: start)
            sightings.append(sighting(of: address, vrf: vrf, states[start..<end]))
            start = end
        }
        return sightings
    }

    private mutating func sighting(
        of address: IPAddress, vrf: String, _ states: ArraySlice<AddressState>
    ) -> Sighting {
        let claims = claims(on: address, vrf: vrf)
        let place = subnets.place(holding: address, vrf: vrf)
        let window = place.map { subnets.all[$0].drift.missingAfter } ?? outside.missingAfter
        return Sighting(
            vrf: vrf, address: address, states: states, claims: claims,
            claimants: Claimants(claims, in: plan.inventory), subnet: place,
            standing: standing(of: address, vrf: vrf, in: place, isClaimed: !claims.isEmpty),
            aliveSince: now + .seconds(0 &- window.seconds)
        )
    }

    /// The claims of exactly one address; addresses must come in ascending order.
    private mutating func claims(on address: IPAddress, vrf: String) -> ArraySlice<Claim> {
        let all = plan.claims
        while nextClaim < all.count, (all[nextClaim].vrf, all[nextClaim].address) < (vrf, address) { nextClaim += 1 }
        var end = nextClaim
        while end < all.count, all[end].range == IPRange(address), all[end].vrf == vrf { end += 1 }
        return all[nextClaim..<end]
    }

    private func standing(
        of address: IPAddress, vrf: String, in place: Int?, isClaimed: Bool
    ) -> Sighting.Standing {
        if isClaimed || !plan.reservations(holding: address, vrf: vrf).isEmpty { return .claimed }
        guard let place, subnets.all[place].subnet.status != .container else { return .outside }
        if subnets.all[place].subnet.gateway?.value == address { return .gateway }
        if subnets.all[place].subnet.prefix.value.reserves(address) { return .reservedByProtocol }
        switch subnets.all[place].subnet.pools.first(where: { $0.range.value.contains(address) })?.purpose {
        case .dhcp: return .leased
        case .reserved: return .keptFree
        case .static, nil: return .unclaimed
        }
    }
}

extension IPPrefix {
    /// Whether the address is the network's own: its IPv4 network or broadcast address, or the subnet-router anycast
    /// address of IPv6 (RFC 4291, 2.6.1), on which routers answer.
    fileprivate func reserves(_ address: IPAddress) -> Bool {
        switch family {
        case .v4: address == networkAddress || address == broadcastAddress
        case .v6: address == network && length < 127
        }
    }
}

extension [AddressState] {
    /// The states by VRF, address and vantage point, which is how they usually come.
    fileprivate var sortedByAddress: [AddressState] {
        func precedes(_ left: Int, _ right: Int) -> Bool {
            (self[left].latest.vrf, self[left].latest.address, self[left].vantage)
                < (self[right].latest.vrf, self[right].latest.address, self[right].vantage)
        }
        if indices.dropFirst().allSatisfy({ !precedes($0, $0 - 1) }) { return self }
        return indices.sorted(by: precedes).map { self[$0] }
    }
}

extension RandomAccessCollection<AddressState> where Index == Int {
    /// Behind the last state of the address that a state is about.
    fileprivate func end(ofAddressAt start: Int) -> Int {
        var end = start + 1
        while end < endIndex, self[end].latest.address == self[start].latest.address,
            self[end].latest.vrf == self[start].latest.vrf
        {
            end += 1
        }
        return end
    }
}

extension [AddressState] {
    /// Parts that are worth handing to another thread; all states of an address are in one.
    fileprivate var parts: [ArraySlice<AddressState>] {
        var parts: [ArraySlice<AddressState>] = []
        var start = 0
        while start < count {
            let end = end(ofAddressAt: Swift.min(start + 8191, count - 1))
            parts.append(self[start..<end])
            start = end
        }
        return parts
    }
}
