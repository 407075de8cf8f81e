import Addressing
package import Findings
import InventoryModel
import Observations

/// A host answers on a port that its device does not declare.
package struct UnexpectedService: DriftRule {
    package static let card = RuleCard(
        id: "unexpected-service",
        chapter: .drift,
        severity: .warning,
        summary: "a host answers on a port that its device does not declare",
        explanation: """
            The device lists its `services`, and a port that is not among them is open. Somebody installed something, \
            or the list is out of date. A device that lists no services is not judged.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    services: [tcp/22, tcp/5432]
                    interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive open=tcp/22,tcp/23,tcp/5432 last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    services: [tcp/22, tcp/5432]
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}]
                  - name: printer
                    interfaces: [{name: eth0, addresses: [192.0.2.22]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive open=tcp/22,tcp/5432 closed=tcp/23 last=-1h
                    192.0.2.22 alive open=tcp/80 last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.claimants == .active {
            guard let (index, claim) = context.serviceHost(at: sighting), let state = sighting.alive else { continue }
            let device = context.plan.inventory.devices[index]
            let declared = Set(device.services.map(\.value))
            let open = Set(sighting.openPorts).subtracting(declared).sorted()
            guard !open.isEmpty else { continue }
            let ports = open.map(\.description).joined(separator: ", ")
            context.report(
                "\(ports) \(open.count == 1 ? "is" : "are") open at \(sighting.address), and '\(device.name.value)' "
                    + "does not declare \(open.count == 1 ? "it" : "them")",
                on: sighting, shownBy: state, at: claim.span,
                help: "switch the service off, or declare it",
                edit: .set("services", to: (device.services.map(\.value) + open).flowText, in: device.name.span)
            )
        }
    }
}
