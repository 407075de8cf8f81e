import Addressing
package import Findings
import InventoryModel
import Observations

/// A service that a device declares is not there.
package struct MissingService: DriftRule {
    package static let card = RuleCard(
        id: "missing-service",
        chapter: .drift,
        severity: .warning,
        summary: "a port that a device declares is closed on the live host",
        explanation: """
            The device lists the port among its `services`, the host is alive, and it refuses connections to the port: \
            the service is down, or is no longer there. A port that does not answer at all is no evidence, as a \
            firewall may stand in between. A device with several addresses need answer at one of them only.
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
                    192.0.2.21 alive open=tcp/22 closed=tcp/5432 last=-1h
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
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}, {name: ilo, addresses: [192.0.2.22]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive open=tcp/22,tcp/5432 last=-1h
                    192.0.2.22 alive closed=tcp/22,tcp/5432 last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        var opened: [Int: Set<TransportPort>] = [:]
        var refused: [(device: Int, place: Int, ports: [TransportPort])] = []
        for place in context.sightings.indices {
            let sighting = context.sightings[place]
            guard sighting.claimants == .active, let (device, _) = context.serviceHost(at: sighting), sighting.isAlive
            else { continue }
            opened[device, default: []].formUnion(sighting.openPorts)
            let closed = Set(sighting.closedPorts)
            let ports = context.plan.inventory.devices[device].services.map(\.value).filter(closed.contains)
            if !ports.isEmpty { refused.append((device, place, ports)) }
        }
        var reported: [Int: Set<TransportPort>] = [:]
        for (index, place, ports) in refused {
            let known = opened[index, default: []].union(reported[index, default: []])
            let missing = ports.filter { !known.contains($0) }
            let sighting = context.sightings[place]
            guard !missing.isEmpty, let state = sighting.alive, let claim = sighting.claims.first else { continue }
            reported[index, default: []].formUnion(missing)
            let device = context.plan.inventory.devices[index]
            let left = device.services.map(\.value).filter { !missing.contains($0) }
            context.report(
                "\(missing.map(\.description).joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") closed at "
                    + "\(sighting.address), and '\(device.name.value)' declares \(missing.count == 1 ? "it" : "them")",
                on: sighting, shownBy: state, at: claim.span,
                help: "start the service, or take it out of `services:`",
                edit: .set("services", to: left.flowText, in: device.name.span)
            )
        }
    }
}
