import Addressing
import Chronology
import Edits
import Findings
import InventoryModel
import Observations

/// A host that was seen at an address that nobody claims, as a reservation would have it.
struct UnclaimedHost {
    private let address: IPAddress
    private let vrf: String
    private let states: [AddressState]

    /// Looks for all that was seen of the host that a finding is about; nil if the finding is about none.
    init?(_ finding: Finding, in state: NetworkState) {
        guard case .addresses(let range, let vrf) = WaiverScope(finding.subject.id), range.first == range.last else {
            return nil
        }
        address = range.first
        self.vrf = vrf
        let start = state.addresses.partitionIndex { ($0.latest.vrf, $0.latest.address) < (vrf, range.first) }
        states = Array(
            state.addresses[start...].prefix { $0.latest.vrf == vrf && $0.latest.address == range.first })
    }

    /// The subnet that holds the address.
    func subnet(in plan: AddressPlan) -> Subnet? { plan.subnet(holding: address, vrf: vrf) }

    /// The reservation. What comes from the network is checked to be what it claims to be, and left out if it is not.
    var reservation: YAMLValue {
        .entries([
            "address": .text("\(address)"),
            "name": name.map { .text($0) },
            "vrf": vrf == VRF.defaultName ? nil : .text(vrf),
            "description": description.map { .text($0) },
        ])
    }

    /// Whether it has a name in DNS, and none that a host may have, so that none is written.
    var hasUnfitName: Bool { name == nil && states.contains { $0.latest.name != nil } }

    /// The name that the host has in DNS, if it is one that a host may have.
    private var name: String? {
        states.compactMap(\.latest.name).sorted().first { name in
            DomainName(name)?.isHostname == true
        }
    }

    /// Since when it is there, its hardware address, and the ports that it answers on.
    private var description: String? {
        let since = states.compactMap(\.firstSeen).min().map { "in use since \($0.day)" }
        let mac = states.compactMap(\.latest.mac).min().map { "\($0)" }
        let ports = Set(
            states.flatMap(\.latest.services).filter { $0.state == "open" }.compactMap { TransportPort($0.port) }
        ).sorted()
        let open = ports.isEmpty ? nil : ports.map(\.description).joined(separator: " ")
        let parts = [since, mac, open].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
