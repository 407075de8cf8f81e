import Chronology
package import Findings
import InventoryModel

/// An address is still in use after its claim has expired.
package struct ExpiredInUse: DriftRule {
    package static let card = RuleCard(
        id: "expired-in-use",
        chapter: .drift,
        severity: .warning,
        summary: "an address is still in use after its claim has expired",
        explanation: """
            The claim was to end on the day under `expires`, and the address still answers. Give it more time, or \
            switch the host off before the claim is removed: otherwise the address is handed out again while in use.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                reservations:
                  - {address: 192.0.2.50, name: demo, expires: ↓2026-12-31}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.50 alive last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                reservations:
                  - {address: 192.0.2.50, name: demo, expires: 2027-12-31}
                  - {address: 192.0.2.51, name: trial, expires: 2026-12-31}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.50 alive last=-1h
                    192.0.2.51 silent first=-60d last=-20d at=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        let today = context.now.day
        for sighting in context.sightings where sighting.isAlive {
            guard let claim = sighting.claims.first, let expires = context.expiry(of: claim),
                sighting.claims.allSatisfy({ context.expiry(of: $0).map { $0.value < today } ?? false }),
                let state = sighting.alive
            else { continue }
            let claimant = context.plan.title(of: claim)
            context.report(
                "\(sighting.address) is in use, but the claim of '\(claimant)' ended on \(expires.value)",
                on: sighting, shownBy: state, at: expires.span,
                help: "give it more time, or switch the host off and remove the claim",
                edit: .replace("expires", at: expires.span, with: "\((context.now + .days(30)).day)")
            )
        }
    }
}
