package import Chronology
package import Findings
package import InventoryModel

/// Checks an inventory against rules.
package enum Validator {
    /// Every breach of every rule that is not switched off, in the order of reports, waived ones marked.
    ///
    /// A fault of reading is reported whether or not a rule here explains it.
    /// - Parameters:
    ///   - otherRules: the ids of the rules outside validation, which waivers and settings may name as well; without
    ///     them the ids are not judged.
    ///   - judgesAbsence: whether what is not there counts as absent even if something could not be read: two versions
    ///     with the same gaps can be compared then, while one alone cannot be blamed.
    ///   - workers: how many threads to check rules on.
    package static func findings(
        in reading: InventoryReading, plan: AddressPlan, sources: SourceFiles, today: CalendarDate,
        otherRules: Set<RuleID>? = nil, judgesAbsence: Bool = false, workers: Int = 2
    ) -> FindingList {
        let ids = Set(ValidationRules.all.map(\.card.id))
        let context = ValidationContext(
            plan, readingFaults: reading.faults, sources: sources, today: today,
            knownRules: otherRules.map { ids.union($0) }, judgesAbsence: judgesAbsence
        )
        let waivers = plan.inventory.waivers.filter { !ValidationRules.unwaivable.contains(RuleID($0.rule.value)) }
        let list = FindingList(
            allFindings(context, ids, workers: workers), waivers: waivers, today: today, holders: plan.holders
        )
        // What cannot be read may be what a waiver is about.
        return context.isComplete ? list.tellingUnusedWaivers(of: ids, in: plan.inventory, sources) : list
    }

    private static func allFindings(_ context: ValidationContext, _ ids: Set<RuleID>, workers: Int) -> [Finding] {
        var context = context
        context.reportFaults(ofRulesOtherThan: ids)
        let enabled = ValidationRules.all.compactMap { rule in
            let severity = rule is any ReadingRule ? rule.card.severity : context.inventory.severity(of: rule.card)
            return severity.map { (rule: rule, severity: $0) }
        }
        let found = context.findings
        return enabled.concurrentReduce(into: found, workers: workers) { [blank = context.blank] rule, severity in
            var own = blank
            own.check(rule, severity: severity)
            return own.findings
        } _: { findings, found in
            findings += found
        }
    }
}

extension ValidationRules {
    /// The rules that no setting can change: what they speak of could not be read, and is missing from everything.
    static let unchangeable = Set(all.filter { $0 is any ReadingRule }.map(\.card.id))

    /// The rules that no waiver can excuse: those, and the ones about waivers themselves.
    package static let unwaivable = unchangeable.union(all.map(\.card).filter { $0.chapter == .waivers }.map(\.id))
}
