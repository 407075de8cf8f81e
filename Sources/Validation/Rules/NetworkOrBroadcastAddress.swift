import Addressing
package import Findings
import InventoryModel

/// A host has the network or broadcast address of its subnet.
package struct NetworkOrBroadcastAddress: ValidationRule {
    package static let card = RuleCard(
        id: "network-or-broadcast-address",
        chapter: .addressing,
        severity: .error,
        summary: "a host has the network or broadcast address of its subnet",
        explanation: """
            The first and the last address of an IPv4 subnet stand for the network itself and for all of its hosts \
            (RFC 1122, 3.2.1.3); hosts drop what one of their own sends from there. DHCP servers do hand them out \
            if a pool includes them. A /31 (RFC 3021), a /32 and IPv6 have neither.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/25}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [↓192.0.2.127]}]
            """,
            """
            subnets: [{prefix: 192.0.2.0/24, gateway: ↓192.0.2.0}]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools: [{name: leases, range: ↓192.0.2.128/25, purpose: dhcp}]
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/31}]
            devices:
              - name: router1
                interfaces: [{name: eth0, addresses: [192.0.2.0]}]
              - name: router2
                interfaces: [{name: eth0, addresses: [192.0.2.1]}]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                gateway: 192.0.2.1
                pools: [{name: leases, range: 192.0.2.128-192.0.2.254, purpose: dhcp}]
            """,
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        checkClaims(&context)
        checkGateways(&context)
        checkPools(&context)
    }

    private func checkClaims(_ context: inout ValidationContext) {
        let inventory = context.inventory
        for claim in context.plan.claims where claim.isSingleAddress {
            guard let subnet = claim.subnet.map({ inventory.subnets[$0].prefix.value }),
                let meaning = meaning(of: claim.address, in: subnet), !context.isContainer(subnetOf: claim)
            else { continue }
            context.report(
                "\(claim.address) is the \(meaning) of \(subnet)", at: claim.span, subject: claim.subject,
                help: "hosts may have \(subnet.usable)"
            )
        }
    }

    private func checkGateways(_ context: inout ValidationContext) {
        for subnet in context.inventory.subnets {
            guard let gateway = subnet.gateway, let meaning = meaning(of: gateway.value, in: subnet.prefix.value)
            else { continue }
            context.report(
                "gateway \(gateway.value) is the \(meaning) of \(subnet.prefix.value)", at: gateway.span,
                subject: Subject(.address, gateway.value, vrf: subnet.vrfName),
                help: "hosts may have \(subnet.prefix.value.usable)"
            )
        }
    }

    private func checkPools(_ context: inout ValidationContext) {
        for placed in context.pools where placed.pool.purpose == .dhcp {
            let subnet = placed.subnet.value
            guard subnet.range.contains(placed.range) else { continue }
            for address in [subnet.networkAddress, subnet.broadcastAddress] {
                guard let address, placed.range.contains(address), let meaning = meaning(of: address, in: subnet)
                else { continue }
                context.report(
                    "dhcp pool '\(placed.pool.name.value)' holds \(address), the \(meaning) of \(subnet)",
                    at: placed.pool.range.span, subject: placed.subject,
                    help: placed.range.intersection(subnet.usable).map { "make it \($0)" }
                )
            }
        }
    }

    private func meaning(of address: IPAddress, in subnet: IPPrefix) -> String? {
        if address == subnet.networkAddress { return "network address" }
        return address == subnet.broadcastAddress ? "broadcast address" : nil
    }
}
