package import Findings
import InventoryModel

/// A waiver or setting names a rule that does not exist.
package struct UnknownRule: ValidationRule {
    package static let card = RuleCard(
        id: "unknown-rule",
        chapter: .references,
        severity: .error,
        summary: "a waiver or setting names a rule that does not exist",
        explanation: """
            Such a waiver never covers anything, however long it is kept, and such a setting changes nothing. \
            `ipam rules` lists the rules.
            """,
        rejects: [
            """
            waivers:
              - {rule: ↓duplicate-addres, subject: 192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
            """,
            """
            settings: {rules: {↓mising-owner: warning}}
            """,
        ],
        accepts: [
            """
            settings: {rules: {expired-in-use: error}}
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        guard let rules = context.knownRules else { return }
        var names = DeclaredNames(rules.lazy.map(\.name))
        for waiver in context.inventory.waivers where !names.contains(waiver.rule.value) {
            context.report(
                "no rule is named '\(waiver.rule.value)'", at: waiver.rule.span, subject: waiver.identity,
                help: names.help(for: waiver.rule.value, otherwise: "`ipam rules` lists the rules")
            )
        }
        for (rule, _) in context.inventory.settings?.rules?.levels ?? [] where !names.contains(rule.value) {
            context.report(
                "no rule is named '\(rule.value)'", at: rule.span, subject: Subject(.setting, "rules.\(rule.value)"),
                help: names.help(for: rule.value, otherwise: "`ipam rules` lists the rules")
            )
        }
    }
}
