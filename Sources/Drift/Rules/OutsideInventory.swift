import Addressing
package import Findings
import InventoryModel

/// Something answers at an address that is in no declared subnet.
package struct OutsideInventory: DriftRule {
    package static let card = RuleCard(
        id: "outside-inventory",
        chapter: .drift,
        severity: .warning,
        summary: "something answers at an address in no declared subnet",
        explanation: """
            Only declared subnets are ever probed, so such addresses come from other tools, through `ipam observe`. \
            Either a subnet is missing from the inventory, or a host uses an address that the network does not have. \
            A container does not count: it holds subnets, not hosts.
            """,
        rejects: [
            Example(
                "subnets: [{prefix: 192.0.2.0/24}]",
                seen: """
                    run 192.0.2.0/24 complete -1h
                    198.51.100.9 alive last=-1h
                    """
            ),
            Example(
                """
                subnets:
                  - {prefix: ↓192.0.2.0/24, status: container}
                  - prefix: 192.0.2.0/26
                """,
                seen: """
                    run 192.0.2.0/26 complete -1h
                    192.0.2.200 alive last=-1h
                    """
            ),
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}, {prefix: 198.51.100.0/24}]
                reservations: [{address: 198.51.100.9, name: printer}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    run 198.51.100.0/24 complete -1h
                    198.51.100.9 alive last=-1h
                    203.0.113.9 silent
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.standing == .outside {
            guard let state = sighting.alive else { continue }
            let address = sighting.address
            let example = IPPrefix(containing: address, length: address.family == .v4 ? 24 : 64)
            context.report(
                "\(address) is in use and in no declared subnet",
                on: sighting, shownBy: state,
                at: context.subnetSpan(of: sighting),
                help: "declare the subnet that holds it, or find out why the host has such an address",
                edit: edit(declaring: example, around: sighting, in: context.plan)
            )
        }
    }

    /// The subnet as an entry, unless it would collide with what is declared.
    private func edit(declaring prefix: IPPrefix, around sighting: Sighting, in plan: AddressPlan) -> DraftEdit? {
        guard plan.subnets(coveredBy: prefix, vrf: sighting.vrf).isEmpty,
            plan.subnets(covering: prefix, vrf: sighting.vrf).allSatisfy({ $0.status == .container })
        else { return nil }
        let domain = sighting.vrf == VRF.defaultName ? "" : ", vrf: \(sighting.vrf)"
        let text = prefix.family == .v4 ? "\(prefix)" : "\"\(prefix)\""
        return .add("{prefix: \(text)\(domain)}", to: "subnets")
    }
}
