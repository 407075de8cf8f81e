import Chronology
package import Findings
import InventoryModel

/// The gateway of a subnet has stopped answering.
package struct GatewaySilent: DriftRule {
    package static let card = RuleCard(
        id: "gateway-silent",
        chapter: .drift,
        severity: .warning,
        summary: "the gateway of a subnet has stopped answering",
        explanation: """
            The default router answered scans before and does not answer the latest complete one. Hosts of the subnet \
            may be cut off, or the address of the router has changed. A gateway that never answered is not reported: \
            many are told not to.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - {prefix: 192.0.2.0/24, gateway: ↓192.0.2.1}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.1 silent first=-60d last=-1d at=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - {prefix: 192.0.2.0/24, gateway: 192.0.2.1}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.1 silent at=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for judged in context.subnets where judged.wasScanned {
            guard let gateway = judged.subnet.gateway,
                let sighting = context.sighting(of: gateway.value, vrf: judged.subnet.vrfName),
                let lastSeen = sighting.lastSeen, let state = context.absence(of: sighting)
            else { continue }
            context.report(
                "gateway \(gateway.value) last answered \(context.now.since(lastSeen).rounded) ago",
                on: sighting, shownBy: state, at: gateway.span,
                help: "bring it back, or correct `gateway:` if the router has another address now"
            )
        }
    }
}
