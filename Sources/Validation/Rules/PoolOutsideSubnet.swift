import Addressing
package import Findings
import InventoryModel

/// A pool has addresses that are not in its subnet.
package struct PoolOutsideSubnet: ValidationRule {
    package static let card = RuleCard(
        id: "pool-outside-subnet",
        chapter: .addressing,
        severity: .error,
        summary: "a pool has addresses that are not in its subnet",
        explanation: """
            A host with an address from outside its network cannot be reached there, and a DHCP server refuses such \
            a pool or hands out useless leases.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/25
                pools: [{name: leases, range: ↓192.0.2.100-192.0.2.199, purpose: dhcp}]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/25
                pools: [{name: leases, range: ↓198.51.100.0/26, purpose: dhcp}]
            """,
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/25
                pools: [{name: leases, range: 192.0.2.64-192.0.2.126, purpose: dhcp}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for placed in context.pools {
            let subnet = placed.subnet
            guard !subnet.value.range.contains(placed.range) else { continue }
            let common = subnet.value.range.intersection(placed.range)
            context.report(
                common == nil
                    ? "pool '\(placed.pool.name.value)' (\(placed.range)) lies outside its subnet \(subnet.value)"
                    : "pool '\(placed.pool.name.value)' (\(placed.range)) goes beyond its subnet \(subnet.value)",
                at: placed.pool.range.span,
                subject: placed.subject,
                related: [.init("the subnet", at: subnet.span)],
                help: common.map { "\($0) is in the subnet" }
            )
        }
    }
}
