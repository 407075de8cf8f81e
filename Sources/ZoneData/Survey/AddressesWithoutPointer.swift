import Addressing
import Findings
import InventoryModel

/// Finds the subnets with published addresses that no reverse zone holds.
struct AddressesWithoutPointer {
    private(set) var problems: [ZoneProblem] = []

    init(_ directory: ZoneDirectory, _ plan: AddressPlan) {
        let subnets = plan.inventory.subnets
        let isCovered = subnets.map { subnet in
            subnet.prefix.value.reverseZones.allSatisfy { directory.place(holding: $0).isReverse(in: directory) }
        }
        guard isCovered.contains(false) else { return }
        var told: Set<Int> = []
        for claim in plan.claims where claim.isSingleAddress {
            guard let subnet = claim.subnet, !isCovered[subnet], !told.contains(subnet),
                plan.mayPublish(claim, in: subnets[subnet]), directory.pointer(of: claim.address) == nil,
                let name = plan.publication(of: claim).pointer, directory.place(holding: name) != nil
            else { continue }
            told.insert(subnet)
            report(subnets[subnet], name, at: claim.span)
        }
    }

    private mutating func report(_ subnet: Subnet, _ name: DomainName, at span: SourceSpan) {
        let prefix = subnet.prefix.value
        problems.append(
            ZoneProblem(
                .noReverseZone, Subject(.prefix, prefix, vrf: subnet.vrfName).id,
                "no reverse zone holds all of \(prefix), so names in it have no PTR record",
                at: subnet.zone?.span ?? subnet.prefix.span, related: [Fault.Note("this is '\(name)'", at: span)],
                help: "declare `reverse: \(prefix)` under `zones`, or say `ptr: false` at the addresses"
            )
        )
    }
}

extension AddressPlan {
    /// Whether a claim may have names, told without making them.
    fileprivate func mayPublish(_ claim: Claim, in subnet: Subnet) -> Bool {
        let names =
            switch claim.claimant {
            case .device(let device, let interface, let address):
                inventory.devices[device].interfaces[interface].addresses[address].dns
            case .reservation(let index):
                inventory.reservations[index].dns
            }
        return switch names {
        case .none: false
        case .derived: subnet.zone != nil
        case .names: true
        }
    }
}

extension Int? {
    /// Whether it is the place of a reverse zone.
    fileprivate func isReverse(in directory: ZoneDirectory) -> Bool {
        map { directory.zones[$0].block != nil } ?? false
    }
}
