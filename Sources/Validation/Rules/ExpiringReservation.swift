import Chronology
package import Findings

/// An address is held for a few days only.
package struct ExpiringReservation: ValidationRule {
    package static let card = RuleCard(
        id: "expiring-reservation",
        chapter: .policy,
        severity: .note,
        summary: "the last day of a claim is less than 30 days away",
        explanation: """
            Whoever has the address should be asked before it is taken away: from the day after `expires` on the \
            claim is `expired-reservation`.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - {range: 192.0.2.60-192.0.2.69, name: move, expires: ↓2026-11-15}
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

    /// How many days before its last day a claim is told of.
    private static let notice = 30

    package func check(_ context: inout ValidationContext) {
        for expiry in context.expiries {
            let days = context.today.days(until: expiry.lastDay.value)
            guard (0..<Self.notice).contains(days) else { continue }
            let rest = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
            context.report(
                "\(expiry.title) ends on \(expiry.lastDay.value), \(rest)",
                at: expiry.lastDay.span, subject: expiry.subject,
                help: "move `expires` to a later day if it is still needed"
            )
        }
    }
}
