import Addressing
package import Findings
import InventoryModel
import Observations

/// Two hosts answer at one address.
package struct DuplicateIP: DriftRule {
    package static let card = RuleCard(
        id: "duplicate-ip",
        chapter: .drift,
        severity: .error,
        summary: "two hosts answer at one address",
        explanation: """
            In one scan, more than one hardware address answered for the IP address. Each host takes a part of the \
            other's traffic away, now and then, which shows as connections that hang. One of them was given the address \
            by mistake, or a retired host came back. An address with a shared role is exempt.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive mac=02:00:5e:10:00:01 rivals=02:00:5e:00:00:99 last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - {name: r1, interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: anycast}]}]}
                  - {name: r2, interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: anycast}]}]}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.1 alive mac=02:00:5e:10:00:01 rivals=02:00:5e:10:00:02 last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.isAlive && sighting.claims.allSatisfy({ $0.role == nil }) {
            guard let state = sighting.aliveStates.first(where: { !$0.latest.rivals.isEmpty }) else { continue }
            let hardware = Set([state.latest.mac].compactMap(\.self) + state.latest.rivals).sorted()
            context.report(
                "\(hardware.count) hosts answer at \(sighting.address): \(hardware.map(\.description).joined(separator: ", "))",
                on: sighting, shownBy: state, at: sighting.claims.first?.span ?? context.subnetSpan(of: sighting),
                help: "find the host that should not have the address: the switch port of each tells where it is"
            )
        }
    }
}
