import Addressing
package import Findings
import InventoryModel

/// A subnet's gateway is not one of its addresses.
package struct GatewayOutsideSubnet: ValidationRule {
    package static let card = RuleCard(
        id: "gateway-outside-subnet",
        chapter: .addressing,
        severity: .error,
        summary: "the gateway of a subnet is not one of its addresses",
        explanation: """
            Hosts reach their gateway on their own link, so it must have an address of their network; with any other, \
            nothing leaves the subnet. In IPv6 a link-local gateway such as fe80::1 is as good: it is what routers \
            announce (RFC 4861, 6.3.4).
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/25, gateway: ↓192.0.2.254}]
            """
        ],
        accepts: [
            """
            subnets:
              - {prefix: 192.0.2.0/25, gateway: 192.0.2.126}
              - {prefix: "2001:db8:0:1::/64", gateway: "fe80::1"}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        var free = FreeAddresses(context.plan)
        for subnet in context.inventory.subnets {
            guard let gateway = subnet.gateway, !subnet.prefix.value.contains(gateway.value),
                !(subnet.prefix.value.family == .v6 && gateway.value.isLinkLocalV6)
            else { continue }
            context.report(
                "gateway \(gateway.value) is not in \(subnet.prefix.value)",
                at: gateway.span,
                subject: subnet.subject,
                related: [.init("the subnet", at: subnet.prefix.span)],
                help: free.next(in: subnet).map { "\($0) is in it, and free" }
            )
        }
    }
}

extension IPAddress {
    /// Whether it lies in `fe80::/10`.
    fileprivate var isLinkLocalV6: Bool { family == .v6 && bits >> 118 == 0x3fa }
}
