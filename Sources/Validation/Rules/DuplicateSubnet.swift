import Addressing
package import Findings
import InventoryModel

/// A network is declared twice in one routing domain.
package struct DuplicateSubnet: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-subnet",
        chapter: .addressing,
        severity: .error,
        summary: "a network is declared twice",
        explanation: """
            Two declarations of one network each have their own VLAN, gateway, zone and pools, and only one of them \
            can be right. Networks that really repeat each other belong into different VRFs.
            """,
        rejects: [
            """
            subnets:
              - {prefix: 192.0.2.0/24, name: servers}
              - {prefix: ↓192.0.2.0/24, name: clients}
            """
        ],
        accepts: [
            """
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24}
              - {prefix: 192.0.2.0/24, vrf: lab}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        var first: [DomainPrefix: SourceSpan] = [:]
        for subnet in context.inventory.subnets {
            let prefix = subnet.prefix
            let key = DomainPrefix(vrf: subnet.vrfName, prefix: prefix.value)
            guard let earlier = first[key] else {
                first[key] = prefix.span
                continue
            }
            context.report(
                "\(prefix.value) is already declared",
                at: prefix.span,
                subject: subnet.subject,
                related: [.init("first declared here", at: earlier)],
                help: "networks that repeat each other on purpose belong into different VRFs"
            )
        }
    }

    private struct DomainPrefix: Hashable {
        let vrf: String
        let prefix: IPPrefix
    }
}
