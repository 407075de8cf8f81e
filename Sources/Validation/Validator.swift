package import Chronology
package import Findings
package import InventoryModel

/// Checks an inventory against rules.
package enum Validator {
    /// Every breach of every rule that is on by default or asked for by name, in no particular order.
    package static func findings(
        in reading: InventoryReading, plan: AddressPlan, sources: SourceFiles, today: CalendarDate,
        enabling extra: Set<RuleID> = []
    ) -> [Finding] {
        var context = ValidationContext(plan, readingFaults: reading.faults, sources: sources, today: today)
        for rule in ValidationRules.all where rule.card.isOnByDefault || extra.contains(rule.card.id) {
            context.check(rule)
        }
        return context.findings
    }
}
