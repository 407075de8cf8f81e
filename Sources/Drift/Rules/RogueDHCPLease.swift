import Addressing
package import Findings
import InventoryModel
import Observations

/// A DHCP server handed out an address that is not for it to give.
package struct RogueDHCPLease: DriftRule {
    package static let card = RuleCard(
        id: "rogue-dhcp-lease",
        chapter: .drift,
        severity: .warning,
        summary: "a DHCP server handed out an address outside every dhcp pool",
        explanation: """
            A lease that still runs is for an address in no pool with the purpose `dhcp`, and it is not the reservation \
            of an interface that declares both the address and the client's hardware address. The server's ranges and \
            the inventory disagree, or a server runs that nobody planned. Leases come from the server's own files, \
            through `ipam observe`.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                    pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    lease 192.0.2.30 mac=02:00:5e:00:00:30 expires=+8h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    dhcp: {id: 1}
                    pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive mac=02:00:5e:10:00:01 last=-1h
                    lease 192.0.2.21 mac=02:00:5e:10:00:01 expires=+8h
                    lease 192.0.2.130 mac=02:00:5e:00:00:31 expires=+8h
                    lease 192.0.2.31 mac=02:00:5e:00:00:32 expires=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for lease in context.leases {
            let subnet = context.subnet(holding: lease.address, vrf: lease.vrf)?.subnet
            if subnet?.pools.contains(where: { $0.purpose == .dhcp && $0.range.value.contains(lease.address) }) ?? false
            {
                continue
            }
            let claims = context.plan.claims(on: lease.address, vrf: lease.vrf)
            if let mac = lease.mac, claims.contains(where: { context.declaredMAC(of: $0)?.value == mac }) { continue }
            let owner = claims.first.map { "; it belongs to '\(context.plan.title(of: $0))'" } ?? ""
            let place = subnet == nil ? "in no declared subnet" : "in no dhcp pool"
            context.report(
                "a DHCP server handed out \(lease.address), which is \(place)\(owner)",
                on: lease, at: claims.first?.span ?? subnet?.prefix.span,
                help: claims.isEmpty
                    ? "correct the server's ranges, or declare a pool with `purpose: dhcp` that holds the address"
                    : "correct the server's ranges, or declare the client's `mac:` if it is the reservation's"
            )
        }
    }
}
