import Addressing
package import Findings
import InventoryModel

/// A claimed address lies in no subnet that could hold it.
package struct AddressOutsideSubnets: ValidationRule {
    package static let card = RuleCard(
        id: "address-outside-subnets",
        chapter: .addressing,
        severity: .error,
        summary: "a claimed address lies in no subnet that could hold it",
        explanation: """
            The subnet of an address says its mask, its gateway, its zone and whether it may be scanned; without one \
            nothing of that is known. A container is only divided further and holds no hosts, so an address needs a \
            subnet inside it. A range that is kept free may lie in a container, and may not leave its subnet.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [↓192.0.20.21]}]
            """,
            """
            subnets:
              - {prefix: 192.0.2.0/24, status: container}
              - {prefix: 192.0.2.0/25}
            reservations:
              - {address: ↓192.0.2.200, name: api}
            """,
            """
            subnets: [{prefix: 192.0.2.0/25}]
            reservations:
              - {range: ↓192.0.2.120-192.0.2.130, name: next-year}
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.21]}]
            """,
            """
            subnets: [{prefix: 192.0.2.0/24, status: container}]
            reservations:
              - {range: 192.0.2.128/26, name: next-year}
            """,
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let inventory = context.inventory
        let declared = Set(inventory.vrfs.map(\.name.value)).union(inventory.subnets.map(\.vrfName))
            .union([VRF.defaultName])
        for claim in context.plan.claims {
            guard let subnet = claim.subnet.map({ inventory.subnets[$0].prefix.value }) else {
                // What no host can have, and what is in no VRF at all, is another rule's finding.
                if SpecialPurpose.use(of: claim.address) == nil, declared.contains(claim.vrf) {
                    reportUnplaced(claim, &context)
                }
                continue
            }
            if claim.isSingleAddress {
                if context.isContainer(subnetOf: claim) { report(claim, inContainer: subnet, &context) }
            } else if !subnet.contains(claim.range.last) {
                report(claim, leaving: subnet, &context)
            }
        }
    }

    private func reportUnplaced(_ claim: Claim, _ context: inout ValidationContext) {
        let others = context.plan.domains.filter { context.plan.subnet(holding: claim.address, vrf: $0) != nil }
        let domain = claim.vrf == VRF.defaultName ? "" : " of vrf '\(claim.vrf)'"
        context.report(
            "\(claim.range) lies in no declared subnet\(domain)",
            at: claim.span,
            subject: claim.subject,
            help: others.first.map { "vrf '\($0)' has a subnet that holds it" }
        )
    }

    private func report(_ claim: Claim, inContainer subnet: IPPrefix, _ context: inout ValidationContext) {
        context.report(
            "\(claim.address) lies in the container \(subnet), which holds no hosts",
            at: claim.span,
            subject: claim.subject,
            help: "declare the subnet inside \(subnet) that it belongs to"
        )
    }

    private func report(_ claim: Claim, leaving subnet: IPPrefix, _ context: inout ValidationContext) {
        context.report(
            "\(claim.range) goes beyond the subnet \(subnet)",
            at: claim.span,
            subject: claim.subject,
            help: "end it at \(subnet.last), or reserve the rest by itself"
        )
    }
}
