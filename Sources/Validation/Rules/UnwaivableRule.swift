package import Findings
import InventoryModel

/// A rule is to be excused that allows no exception.
package struct UnwaivableRule: ValidationRule {
    package static let card = RuleCard(
        id: "unwaivable-rule",
        chapter: .waivers,
        severity: .error,
        summary: "a rule is to be excused that allows no exception",
        explanation: """
            What cannot be read is left out of everything that follows: of exports, of scans, of the comparison \
            with the network. An inventory that is only partly there must not pass for a whole one, so faults of \
            reading can be neither waived nor switched off. Nor can a waiver excuse another waiver.
            """,
        rejects: [
            """
            waivers:
              - {rule: ↓invalid-address, subject: 192.0.2.30, reason: later, owner: netops, expires: 2027-03-31}
            """,
            """
            settings: {rules: {↓unknown-key: ignore}}
            """,
        ],
        accepts: [
            """
            settings: {rules: {expiring-reservation: ignore}}
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for waiver in context.inventory.waivers
        where ValidationRules.unwaivable.contains(RuleID(waiver.rule.value)) {
            context.report(
                "findings of \(waiver.rule.value) cannot be waived", at: waiver.rule.span, subject: waiver.identity,
                help: "mend what it finds"
            )
        }
        for (rule, _) in context.inventory.settings?.rules?.levels ?? []
        where ValidationRules.unchangeable.contains(RuleID(rule.value)) {
            context.report(
                "\(rule.value) is always an error", at: rule.span, subject: Subject(.setting, "rules.\(rule.value)"),
                help: "mend what it finds"
            )
        }
    }
}
