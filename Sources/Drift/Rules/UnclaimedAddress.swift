import Addressing
import Chronology
package import Findings
import InventoryModel

/// An address is in use and nobody claims it.
package struct UnclaimedAddress: DriftRule {
    package static let card = RuleCard(
        id: "unclaimed-address",
        chapter: .drift,
        severity: .warning,
        summary: "an address is in use and nobody claims it",
        explanation: """
            Something answers in a declared subnet at an address that belongs to no device, reservation or gateway. \
            Until it is claimed, the next host may be given the same address. Addresses in dhcp pools are the DHCP \
            server's, and the network's own addresses are no host's: neither is reported.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.77 alive mac=02:00:5e:00:00:77 name=cam3 first=-10d last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    gateway: 192.0.2.1
                    pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}]
                reservations:
                  - {address: 192.0.2.77, name: cam3}
                  - {range: 192.0.2.80-192.0.2.89, name: cameras}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.0 alive last=-1h
                    192.0.2.1 alive last=-1h
                    192.0.2.21 alive last=-1h
                    192.0.2.77 alive last=-1h
                    192.0.2.81 alive last=-1h
                    192.0.2.130 alive last=-1h
                    192.0.2.255 alive last=-1h
                    """
            ),
            Example(
                "subnets: [{prefix: 192.0.2.0/24}]",
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.77 silent first=-10d last=-2d at=-1h
                    """
            ),
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.standing == .unclaimed {
            guard let state = sighting.alive else { continue }
            context.report(
                "\(sighting.address) is in use and nobody claims it",
                on: sighting, shownBy: state,
                at: context.subnetSpan(of: sighting),
                help: "claim it as a reservation, give it to a device, or waive it",
                edit: .add(reservation(of: sighting), to: "reservations")
            )
        }
    }

    private func reservation(of sighting: Sighting) -> String {
        let domain = sighting.vrf == VRF.defaultName ? "" : ", vrf: \(sighting.vrf)"
        let since = sighting.firstSeen.map { ", description: in use since \($0.day)" } ?? ""
        return "{address: \(sighting.address.flowText)\(domain)\(since)}"
    }
}
