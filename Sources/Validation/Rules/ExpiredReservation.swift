import Chronology
package import Findings

/// An address is held beyond its last day.
package struct ExpiredReservation: ValidationRule {
    package static let card = RuleCard(
        id: "expired-reservation",
        chapter: .policy,
        severity: .warning,
        summary: "an address is held beyond its last day",
        explanation: """
            It was to be free from the day after `expires` on. Until the claim is removed, nobody gets the \
            address; whether it is still in use is what `expired-in-use` tells. Expiry days are inclusive and in \
            UTC.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: demo
                interfaces: [{name: eth0, addresses: [{address: 192.0.2.21, expires: ↓2026-10-31}]}]
            reservations:
              - {range: 192.0.2.60-192.0.2.69, name: move, expires: ↓2020-06-30}
            """
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - {range: 192.0.2.60-192.0.2.69, name: move, expires: 2027-06-30}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for expiry in context.expiries where expiry.lastDay.value < context.today {
            context.report(
                "\(expiry.title) ended on \(expiry.lastDay.value)",
                at: expiry.lastDay.span, subject: expiry.subject,
                help: "remove the claim, or move `expires` to a later day"
            )
        }
    }
}
