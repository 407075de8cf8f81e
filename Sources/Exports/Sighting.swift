package import Addressing
package import Chronology
package import Observations

/// What all vantage points together have seen of one address.
package struct Sighting: Hashable, Sendable {
    /// The best verdict of any vantage point: one that sees a host alive outweighs others that do not.
    package let verdict: Verdict
    /// When any first saw it alive.
    package let firstSeen: Timestamp?
    /// When any last saw it alive.
    package let lastSeen: Timestamp?
    /// The hardware address that answered.
    package let mac: MACAddress?
    /// The name that it had.
    package let name: String?

    /// Joins what vantage points know, of which there is at least one; nil without any.
    init?(_ states: some Collection<AddressState>) {
        let ranked = states.sorted { left, right in
            if left.latest.verdict != right.latest.verdict {
                return left.latest.verdict.rank < right.latest.verdict.rank
            }
            return left.latest.at == right.latest.at ? left.vantage < right.vantage : left.latest.at > right.latest.at
        }
        guard let best = ranked.first else { return nil }
        verdict = best.latest.verdict
        firstSeen = states.compactMap(\.firstSeen).min()
        lastSeen = states.compactMap(\.lastSeen).max()
        mac = ranked.lazy.compactMap(\.latest.mac).first
        name = ranked.lazy.compactMap(\.latest.name).first
    }
}

extension Verdict {
    /// How much a verdict says, most first.
    fileprivate var rank: Int {
        switch self {
        case .alive: 0
        case .unreachable: 1
        case .silent: 2
        case .unknown: 3
        }
    }
}

/// The sightings of a network state, found by routing domain and address.
struct SightingTable {
    private struct Key: Hashable {
        let vrf: String
        let address: IPAddress
    }

    private let states: [Key: [AddressState]]

    init(_ state: NetworkState?) {
        states = Dictionary(grouping: state?.addresses ?? []) { Key(vrf: $0.latest.vrf, address: $0.latest.address) }
    }

    subscript(address: IPAddress, vrf vrf: String) -> Sighting? {
        states[Key(vrf: vrf, address: address)].flatMap(Sighting.init)
    }
}
