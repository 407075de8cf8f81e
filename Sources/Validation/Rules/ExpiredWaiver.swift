import Chronology
package import Findings
import InventoryModel

/// A waiver has outlived its last day.
package struct ExpiredWaiver: ValidationRule {
    package static let card = RuleCard(
        id: "expired-waiver",
        chapter: .waivers,
        severity: .error,
        summary: "a waiver has outlived its last day",
        explanation: """
            Its finding counts again. Either the fault is mended and the waiver can go, or its owner decides anew and \
            sets a later day. Expiry days are inclusive and in UTC.
            """,
        rejects: [
            """
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: ↓2020-03-31}
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

    package func check(_ context: inout ValidationContext) {
        for waiver in context.inventory.waivers where !waiver.holds(on: context.today) {
            context.report(
                "the waiver of \(waiver.rule.value) for \(waiver.subject.value) expired on \(waiver.expires.value)",
                at: waiver.expires.span,
                subject: waiver.identity,
                help: "delete it if the fault is mended; otherwise \(waiver.owner) decides whether to extend it"
            )
        }
    }
}
