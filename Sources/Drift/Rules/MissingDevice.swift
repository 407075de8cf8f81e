import Chronology
package import Findings
import InventoryModel

/// A device that used to answer has been silent for too long.
package struct MissingDevice: DriftRule {
    package static let card = RuleCard(
        id: "missing-device",
        chapter: .drift,
        severity: .warning,
        summary: "a device that used to answer has been silent for too long",
        explanation: """
            The device is active, its address answered once, and for longer than `missing_after` it has not. Said only \
            on good evidence: the subnet has a complete scan that is fresh and left no address unknown, every vantage \
            point that still watches it finds the address down, and one of those is known to reach that far, because \
            it saw this address before or sees others around it. An interrupted scan, or one that could not send its \
            probes, never makes a device missing.
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
                    192.0.2.21 silent first=-60d last=-9d since=-8d at=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent first=-60d last=-6d since=-5d at=-1h
                    """
            ),
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    status: retired
                    interfaces: [{name: eth0, addresses: [192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent first=-60d last=-9d since=-8d at=-1h
                    """
            ),
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.claimants.contains(.active) && !sighting.isAlive {
            let claims = context.activeClaims(on: sighting)
            guard let claim = claims.first, let lastSeen = sighting.lastSeen,
                context.now.since(lastSeen) > context.drift(of: sighting).missingAfter,
                let state = context.absence(of: sighting)
            else { continue }
            let silence = context.now.since(lastSeen).rounded
            context.reportAbsence(
                "'\(context.plan.title(of: claim))' has not answered at \(sighting.address) for \(silence)",
                of: sighting, shownBy: state, claims,
                help: "bring it back, call it retired if it is gone, or remove the address",
                edit: claims.count == 1 ? context.edit(settingStatus: .retired, of: claim) : nil
            )
        }
    }
}
