package import Addressing
import Findings
import InventoryModel
package import Observations

/// A hardware address that answers for so much of a subnet that a router, rather than the hosts, seems to answer.
///
/// Proxy ARP (RFC 1027) answers for every address, used or not. What it answers for is then neither alive nor down.
package struct ProxySuspect: Sendable {
    /// The place of the subnet.
    let subnet: Int
    /// Who answers.
    package let mac: MACAddress
    /// For how many addresses that nobody says are its own.
    package let count: Int
    /// How many addresses of the subnet any hardware address answered for, as that vantage point heard it.
    package let answered: Int
    /// One of the answers.
    package let example: AddressState

    /// A host with fewer strange addresses is a host with several addresses.
    private static let fewest = 8

    private struct Key: Hashable {
        let subnet: Int
        let vantage: String
        let mac: MACAddress
    }

    /// Finds all, and takes what they answered for no sign of life.
    static func find(
        in sightings: inout [Sighting], of subnets: JudgedSubnets, _ plan: AddressPlan
    ) -> [ProxySuspect] {
        var strange: [Key: [Int]] = [:]
        for place in sightings.indices {
            let claims = sightings[place].claims
            guard let subnet = sightings[place].subnet, sightings[place].standing != .gateway,
                !sightings[place].isAnsweredOnly(byThose: { plan.declares($0, in: claims) })
            else { continue }
            for state in sightings[place].aliveStates {
                guard let mac = state.latest.mac, !mac.isZero, !mac.isMulticast,
                    !plan.declares(mac, in: claims)
                else { continue }
                strange[Key(subnet: subnet, vantage: state.vantage, mac: mac), default: []].append(place)
            }
        }
        var suspects: [ProxySuspect] = []
        for (key, places) in strange where places.count >= fewest {
            let subnet = subnets.all[key.subnet].subnet
            let answered = sightings[sightings.places(in: subnet.prefix.value.range, vrf: subnet.vrfName)].count {
                $0.subnet == key.subnet && $0.aliveStates.contains { $0.vantage == key.vantage && $0.latest.mac != nil }
            }
            guard places.count * 2 >= answered,
                let example = sightings[places[0]].aliveStates.first(where: { $0.vantage == key.vantage })
            else { continue }
            suspects.append(
                ProxySuspect(
                    subnet: key.subnet, mac: key.mac, count: places.count, answered: answered, example: example))
        }
        for suspect in suspects {
            let key = Key(subnet: suspect.subnet, vantage: suspect.example.vantage, mac: suspect.mac)
            for place in strange[key] ?? [] { sightings[place].disbelieve(suspect.mac, from: key.vantage) }
        }
        return suspects.sorted { ($0.subnet, $0.example.vantage, $0.mac) < ($1.subnet, $1.example.vantage, $1.mac) }
    }
}
