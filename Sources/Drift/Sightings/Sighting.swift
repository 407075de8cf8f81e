package import Addressing
package import Chronology
package import InventoryModel
package import Observations

/// All that is known about one address, from every vantage point, and whose it is.
package struct Sighting: Sendable {
    /// What the inventory says an address is.
    package enum Standing: Sendable {
        /// Somebody's: a device's or a reservation's.
        case claimed
        /// The default router of its subnet, which nobody claims by name.
        case gateway
        /// In a pool that a DHCP server hands out.
        case leased
        /// In a pool that is not to be handed out.
        case keptFree
        /// The subnet's own network, broadcast or router anycast address, which no host has.
        case reservedByProtocol
        /// Nobody's, in a declared subnet.
        case unclaimed
        /// In no declared subnet, or in a container only.
        case outside
    }

    /// What never changes about it, behind one reference: rules look at every sighting, and copies of it are many.
    private final class Facts: Sendable {
        let vrf: String
        let address: IPAddress
        let states: ArraySlice<AddressState>
        let claims: ArraySlice<Claim>
        let claimants: Claimants
        let subnet: Int?
        let standing: Standing
        let limit: Timestamp
        let lastSeen: Timestamp?

        init(
            vrf: String, address: IPAddress, states: ArraySlice<AddressState>, claims: ArraySlice<Claim>,
            claimants: Claimants, subnet: Int?, standing: Standing, limit: Timestamp
        ) {
            self.vrf = vrf
            self.address = address
            self.states = states
            self.claims = claims
            self.claimants = claimants
            self.subnet = subnet
            self.standing = standing
            self.limit = limit
            var lastSeen: Timestamp?
            for place in states.indices {
                if let seen = states[place].lastSeen { lastSeen = lastSeen.map { max($0, seen) } ?? seen }
            }
            self.lastSeen = lastSeen
        }
    }

    private let facts: Facts
    /// Whether a scan that lost most of the subnet at once is what found it silent.
    private(set) var isSilenceDoubted = false
    private var latestAlive: Int?

    init(
        vrf: String, address: IPAddress, states: ArraySlice<AddressState>, claims: ArraySlice<Claim>,
        claimants: Claimants, subnet: Int?, standing: Standing, aliveSince limit: Timestamp
    ) {
        facts = Facts(
            vrf: vrf, address: address, states: states, claims: claims, claimants: claimants, subnet: subnet,
            standing: standing, limit: limit)
        latestAlive = place(ofNewestAnswer: { _ in true })
    }

    /// The routing domain.
    package var vrf: String { facts.vrf }
    /// The address.
    package var address: IPAddress { facts.address }
    /// What each vantage point knows, sorted by vantage point; never empty.
    package var states: ArraySlice<AddressState> { facts.states }
    /// The claims of exactly this address.
    package var claims: ArraySlice<Claim> { facts.claims }
    /// Who makes those claims.
    package var claimants: Claimants { facts.claimants }
    /// The place of the most specific subnet that holds it.
    var subnet: Int? { facts.subnet }
    /// What the inventory says it is.
    package var standing: Standing { facts.standing }
    private var limit: Timestamp { facts.limit }

    private func place(ofNewestAnswer counts: (AddressState) -> Bool) -> Int? {
        var newest: Int?
        for place in states.indices where isAnswer(place) && counts(states[place]) {
            if newest.map({ states[$0].latest.at < states[place].latest.at }) ?? true { newest = place }
        }
        return newest
    }

    /// Whether a state makes it alive, and is not too old to be believed; by place, since to hand a state over copies it.
    private func isAnswer(_ place: Int) -> Bool {
        facts.states[place].latest.verdict == .alive && facts.states[place].latest.at >= limit
    }

    /// Takes answers from this hardware address, as one vantage point heard them, for no sign of life.
    mutating func disbelieve(_ mac: MACAddress, from vantage: String) {
        latestAlive = place { $0.vantage != vantage || $0.latest.mac != mac }
    }

    /// Takes its silence for the scan's fault rather than its own.
    mutating func doubtSilence() {
        isSilenceDoubted = true
    }

    /// Whether the latest verdict from any vantage point is alive, and not too old to be believed.
    package var isAlive: Bool { latestAlive != nil }

    /// The newest verdict that makes it alive; nil if it is not known to be.
    package var alive: AddressState? { latestAlive.map { states[$0] } }

    /// The verdicts of all vantage points from which it is alive.
    package var aliveStates: some Sequence<AddressState> {
        states.indices.lazy.filter(isAnswer).map { states[$0] }
    }

    /// Whether all hardware satisfies a condition that makes it alive from any vantage point.
    package func isAnsweredOnly(byThose satisfy: (MACAddress) -> Bool) -> Bool {
        facts.states.indices.allSatisfy { place in
            !isAnswer(place) || facts.states[place].latest.mac.map(satisfy) ?? true
        }
    }

    /// The ports on which it answers, as the newest verdict that makes it alive says.
    package var openPorts: [TransportPort] { ports(in: "open") }

    /// The ports that it refuses connections to, as the newest verdict that makes it alive says.
    package var closedPorts: [TransportPort] { ports(in: "closed") }

    private func ports(in state: String) -> [TransportPort] {
        alive?.latest.services.filter { $0.state == state }.compactMap { TransportPort($0.port) } ?? []
    }

    /// When it was first seen alive from any vantage point; nil if never.
    package var firstSeen: Timestamp? { states.lazy.compactMap(\.firstSeen).min() }

    /// When it was last seen alive from any vantage point; nil if never.
    package var lastSeen: Timestamp? { facts.lastSeen }
}

extension [Sighting] {
    /// The place of an address among sightings in order; nil if nothing is known about it.
    func place(of address: IPAddress, vrf: String) -> Int? {
        let place = partitionIndex { ($0.vrf, $0.address) < (vrf, address) }
        guard place < count, self[place].address == address, self[place].vrf == vrf else { return nil }
        return place
    }

    /// The places of all addresses within a range.
    func places(in range: IPRange, vrf: String) -> Range<Int> {
        let start = partitionIndex { ($0.vrf, $0.address) < (vrf, range.first) }
        let end = self[start...].partitionIndex { ($0.vrf, $0.address) <= (vrf, range.last) }
        return start..<end
    }
}
