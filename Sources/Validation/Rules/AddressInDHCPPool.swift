import Addressing
package import Findings
import InventoryModel

/// A DHCP server leases an address that somebody else has.
package struct AddressInDHCPPool: ValidationRule {
    package static let card = RuleCard(
        id: "address-in-dhcp-pool",
        chapter: .addressing,
        severity: .error,
        summary: "an address in a dhcp pool is claimed without a MAC to reserve it by",
        explanation: """
            The DHCP server does not know that the address is taken, leases it to the next client, and two hosts \
            have it. With the MAC of its interface, or for IPv6 a DUID, the address becomes a DHCP reservation, \
            which the server keeps for that interface. Reservations and gateways have no MAC, so they belong outside dhcp pools.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
            devices:
              - name: printer
                interfaces: [{name: eth0, addresses: [↓192.0.2.130]}]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
            reservations:
              - {address: ↓192.0.2.150, name: api}
              - {range: ↓192.0.2.120-192.0.2.129, name: next-year}
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                gateway: ↓192.0.2.129
                pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
            """,
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                gateway: 192.0.2.1
                pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
            devices:
              - name: printer
                interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.130]}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        guard context.pools.contains(where: { $0.pool.purpose == .dhcp }) else { return }
        for (index, claim) in context.plan.claims.enumerated() where claim.isSingleAddress {
            guard let pool = context.claimPools.pool(ofClaim: index), context.pools[pool].pool.purpose == .dhcp,
                !isReserved(claim, context.inventory)
            else { continue }
            check(claim, in: context.pools[pool], &context)
        }
        checkRanges(&context)
        checkGateways(&context)
    }

    /// Whether a claim is an interface's that the server can tell from others, as nearly all in dhcp pools are.
    private func isReserved(_ claim: Claim, _ inventory: Inventory) -> Bool {
        guard case .device(let device, let interface, _) = claim.claimant else { return false }
        return inventory.devices[device].interfaces[interface].dhcpClient(claim.address.family) != nil
    }

    private func check(_ claim: Claim, in placed: PlacedPool, _ context: inout ValidationContext) {
        if let owner = context.plan.device(of: claim) {
            guard !hasUnreadableMAC(owner.device, context) else { return }
            report(
                claim, in: placed, "and interface '\(owner.interface.name.value)' has no MAC to reserve it by",
                help: "add 'mac' to the interface, or take an address outside \(placed.range)", &context
            )
        } else {
            report(
                claim, in: placed, "where the server leases it to any client",
                help: "take an address outside \(placed.range)", &context
            )
        }
    }

    /// Whether a MAC that is there could not be read.
    private func hasUnreadableMAC(_ device: Device, _ context: ValidationContext) -> Bool {
        context.hasReadingFault(within: device.span) {
            $0.rule == InvalidMAC.card.id || $0.subject == Subject(.key, "interface.mac")
                || $0.subject == Subject(.key, "interface.duid")
        }
    }

    private func checkRanges(_ context: inout ValidationContext) {
        let table = Dictionary(grouping: context.pools.filter { $0.pool.purpose == .dhcp }, by: \.vrf)
            .mapValues { pools in RangeTable(pools.map { ($0.range, $0) }) }
        for claim in context.plan.claims where !claim.isSingleAddress {
            guard let placed = table[claim.vrf]?.values(overlapping: claim.range).first else { continue }
            report(
                claim, in: placed, "where the server leases them to any client",
                help: "end the pool before the range, or move the range", &context
            )
        }
    }

    private func checkGateways(_ context: inout ValidationContext) {
        for subnet in context.inventory.subnets {
            guard let gateway = subnet.gateway,
                let pool = subnet.pools.first(where: { $0.purpose == .dhcp && $0.range.value.contains(gateway.value) }),
                context.plan.claims(on: gateway.value, vrf: subnet.vrfName).isEmpty
            else { continue }
            context.report(
                "gateway \(gateway.value) is in dhcp pool '\(pool.name.value)' (\(pool.range.value))",
                at: gateway.span,
                subject: Subject(.address, gateway.value, vrf: subnet.vrfName),
                related: [.init("the pool", at: pool.range.span)],
                help: "leave the gateway out of the pool"
            )
        }
    }

    private func report(
        _ claim: Claim, in placed: PlacedPool, _ reason: String, help: String, _ context: inout ValidationContext
    ) {
        let verb = claim.isSingleAddress ? "is in" : "overlaps"
        context.report(
            "\(claim.range) \(verb) dhcp pool '\(placed.pool.name.value)' (\(placed.range)), \(reason)",
            at: claim.span,
            subject: claim.subject,
            related: [.init("the pool", at: placed.pool.range.span)],
            help: help
        )
    }
}
