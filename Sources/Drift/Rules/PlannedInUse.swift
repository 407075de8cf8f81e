package import Findings
import InventoryModel

/// The address of a planned device answers already.
package struct PlannedInUse: DriftRule {
    package static let card = RuleCard(
        id: "planned-in-use",
        chapter: .drift,
        severity: .warning,
        summary: "the address of a planned device answers already",
        explanation: """
            Either the device has arrived and the inventory does not say so, and then nobody will notice when it is \
            missing; or another host sits on the address that is kept for it, and the two will clash on the day it \
            arrives.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    status: planned
                    interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive first=-1d last=-1h
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
                    status: active
                    interfaces: [{name: eth0, addresses: [192.0.2.22]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent at=-1h
                    192.0.2.22 alive first=-1d last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for (sighting, state, claim) in context.alive(claimedOnlyBy: .planned) {
            context.report(
                "'\(context.plan.title(of: claim))' is only planned, but \(sighting.address) is in use",
                on: sighting, shownBy: state, at: claim.span,
                help: "if it has not arrived yet, find out what uses its address",
                edit: context.edit(settingStatus: .active, of: claim)
            )
        }
    }
}
