import Addressing
package import Findings
import InventoryModel

/// A DHCP server would have two addresses for one interface.
package struct DuplicateDHCPReservation: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-dhcp-reservation",
        chapter: .addressing,
        severity: .warning,
        summary: "a MAC has two IPv4 addresses in a subnet that is served by DHCP",
        explanation: """
            DHCP for IPv4 gives an interface one address in a subnet: Kea refuses a second reservation for the same \
            hardware address there, and dnsmasq takes it without a word and uses one of the two. Exports reserve the \
            lowest address; the other has to be configured on the machine. Shared addresses, with a `role`, are not \
            reserved at all.
            """,
        rejects: [
            """
            subnets:
              - {prefix: 192.0.2.0/24, dhcp: {id: 120}}
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10, ↓192.0.2.11]}]
            """
        ],
        accepts: [
            """
            subnets:
              - {prefix: 192.0.2.0/24, dhcp: {id: 120}}
              - {prefix: 198.51.100.0/24, dhcp: {id: 121}}
              - {prefix: "2001:db8:0:1::/64", dhcp: {id: 120}}
            devices:
              - name: db1
                interfaces:
                  - name: eth0
                    mac: 02:00:5e:10:00:01
                    addresses:
                      - 192.0.2.10
                      - {address: 192.0.2.12, role: vip}
                      - 198.51.100.10
                      - "2001:db8:0:1::10"
                      - "2001:db8:0:1::11"
            """,
            """
            subnets:
              - {prefix: 192.0.2.0/24}
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10, 192.0.2.11]}]
            """,
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for subnet in context.plan.servedSubnets where subnet.prefix.value.family == .v4 {
            var first: [DHCPClient: Claim] = [:]
            for (claim, client) in context.plan.reservedClaims(in: subnet) {
                guard let earlier = first[client], earlier.address != claim.address else {
                    first[client] = first[client] ?? claim
                    continue
                }
                context.report(
                    "\(client) already has \(earlier.address) in \(subnet.prefix.value), where DHCP gives it one address",
                    at: claim.span, subject: claim.subject,
                    related: [.init("reserved here", at: earlier.span)],
                    help: "give it to an interface of its own, or configure it without DHCP and waive this"
                )
            }
        }
    }
}
