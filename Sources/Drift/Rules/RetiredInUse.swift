package import Findings
import InventoryModel

/// The address of a retired device still answers.
package struct RetiredInUse: DriftRule {
    package static let card = RuleCard(
        id: "retired-in-use",
        chapter: .drift,
        severity: .warning,
        summary: "the address of a retired device still answers",
        explanation: """
            A retired device must not be on the network any more. Either it was never switched off, and nobody looks \
            after it now, or another host has taken its address. Not said if something else claims the address too.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    status: retired
                    interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive first=-60d last=-1h
                    """
            )
        ],
        accepts: [
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
                    192.0.2.21 silent first=-60d last=-2d at=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for (sighting, state, claim) in context.alive(claimedOnlyBy: .retired) {
            context.report(
                "'\(context.plan.title(of: claim))' is retired, but \(sighting.address) is in use",
                on: sighting, shownBy: state, at: claim.span,
                help: "switch it off, call it active if it is still needed, or claim the address for its new holder",
                edit: context.edit(settingStatus: .active, of: claim)
            )
        }
    }
}
