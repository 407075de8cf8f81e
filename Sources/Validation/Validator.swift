package import Chronology
package import Findings
package import InventoryModel

/// Checks an inventory against rules.
package enum Validator {
    /// Every breach of every rule that is on by default or asked for by name, in no particular order.
    ///
    /// A fault of reading is reported whether or not a rule here explains it.
    /// - Parameters:
    ///   - otherRules: the ids of the rules outside validation, which waivers may name as well; without them the ids
    ///     that waivers name are not judged.
    ///   - workers: how many threads to check rules on.
    package static func findings(
        in reading: InventoryReading, plan: AddressPlan, sources: SourceFiles, today: CalendarDate,
        enabling extra: Set<RuleID> = [], otherRules: Set<RuleID>? = nil, workers: Int = 2
    ) -> [Finding] {
        let rules = ValidationRules.all
        let ids = Set(rules.map(\.card.id))
        var context = ValidationContext(
            plan, readingFaults: reading.faults, sources: sources, today: today,
            waivableRules: otherRules.map { ids.union($0) }
        )
        context.reportFaults(ofRulesOtherThan: ids)
        let enabled = rules.filter { $0.card.isOnByDefault || extra.contains($0.card.id) }
        let found = enabled.concurrentMap(workers: workers) { [blank = context.blank] rule in
            var own = blank
            own.check(rule)
            return own.findings
        }
        return context.findings + found.joined()
    }
}
