import Chronology
package import Findings
import InventoryModel

/// A waiver holds for more than a year from now.
package struct WaiverTooLong: ValidationRule {
    package static let card = RuleCard(
        id: "waiver-too-long",
        chapter: .waivers,
        severity: .warning,
        summary: "a waiver holds for more than 365 days from now",
        explanation: """
            A waiver is a decision for now. After a year nobody remembers why it was made, and whoever made it may \
            have left; the expiry is what brings it up again.
            """,
        rejects: [
            """
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: ↓2099-12-31}
            """
        ],
        accepts: [
            """
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
            """
        ]
    )

    package init() {}

    private static let longest = 365

    package func check(_ context: inout ValidationContext) {
        for waiver in context.inventory.waivers {
            let days = context.today.days(until: waiver.expires.value)
            guard days > Self.longest else { continue }
            context.report(
                "the waiver of \(waiver.rule.value) for \(waiver.subject.value) holds for \(days) more days",
                at: waiver.expires.span,
                subject: waiver.identity,
                help:
                    "set an expiry of \(CalendarDate(daysSinceEpoch: context.today.daysSinceEpoch + Self.longest)) or before"
            )
        }
    }
}
