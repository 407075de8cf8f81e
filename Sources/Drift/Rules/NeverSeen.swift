package import Findings
import InventoryModel

/// A device has been probed and never answered.
package struct NeverSeen: DriftRule {
    package static let card = RuleCard(
        id: "never-seen",
        chapter: .drift,
        severity: .note,
        summary: "an active device has never answered a scan",
        explanation: """
            The device is active, complete scans probed its address, and it never answered from any vantage point. It \
            may not be there yet, its address may be mistyped, or it drops the probes: then name a service that it \
            does answer under the subnet's `scan.probes`. Only a note, because a host that hides looks the same as one \
            that is not there; one that did answer once and stopped is `missing-device`.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent at=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    status: planned
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}]
                  - name: db2
                    interfaces: [{name: eth0, addresses: [192.0.2.22]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent at=-1h
                    192.0.2.22 alive last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.claimants.contains(.active) && sighting.lastSeen == nil {
            let claims = context.activeClaims(on: sighting)
            guard let claim = claims.first, let state = context.downVerdicts(on: sighting).first else { continue }
            context.reportAbsence(
                "'\(context.plan.title(of: claim))' has never answered at \(sighting.address)",
                of: sighting, shownBy: state, claims,
                help: "call it planned if it is not there yet, or probe a service that it answers, such as `tcp/22`",
                edit: claims.count == 1 ? context.edit(settingStatus: .planned, of: claim) : nil
            )
        }
    }
}
