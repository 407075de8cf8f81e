import Addressing
package import Findings
import InventoryModel

/// A subnet lies inside another that is not a container.
package struct OverlappingSubnets: ValidationRule {
    package static let card = RuleCard(
        id: "overlapping-subnets",
        chapter: .addressing,
        severity: .error,
        summary: "a subnet lies inside another that is not a container",
        explanation: """
            Hosts of the outer network take the inner one's addresses for neighbours and never send to their router, \
            so the two cannot reach each other. A network that is only divided further, and holds no hosts of its \
            own, says `status: container`. VRFs never see each other.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
              - prefix: ↓192.0.2.128/25
            """
        ],
        accepts: [
            """
            subnets:
              - {prefix: 192.0.2.0/24, status: container}
              - {prefix: 192.0.2.0/25}
              - {prefix: 192.0.2.128/25}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let subnets = context.inventory.subnets
        for (_, indices) in Dictionary(grouping: subnets.indices, by: { subnets[$0].vrfName }) {
            let table = PrefixTable(indices.map { (subnets[$0].prefix.value, $0) })
            for (prefix, index) in table {
                guard let parent = table.parent(of: prefix)?.value, subnets[parent].status != .container else {
                    continue
                }
                let (subnet, outer) = (subnets[index], subnets[parent])
                context.report(
                    "\(prefix) lies inside \(outer.prefix.value), which is not a container",
                    at: subnet.prefix.span,
                    subject: subnet.subject,
                    related: [.init("the outer subnet", at: outer.prefix.span)],
                    help: "if no host is in \(outer.prefix.value) itself, give it `status: container`"
                )
            }
        }
    }
}
