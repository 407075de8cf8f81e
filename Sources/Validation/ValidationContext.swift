package import Chronology
package import Findings
package import InventoryModel

/// What a rule sees, and where it reports.
package struct ValidationContext {
    /// The inventory with its references resolved.
    package let plan: AddressPlan
    /// The day on which the inventory is judged, in UTC.
    package let today: CalendarDate
    private let readingFaults: [RuleID: [Fault]]
    private var locator: SourceLocator
    private(set) var findings: [Finding] = []
    private var card: RuleCard?

    init(_ plan: AddressPlan, readingFaults: [Fault], sources: SourceFiles, today: CalendarDate) {
        self.plan = plan
        self.today = today
        self.readingFaults = Dictionary(grouping: readingFaults, by: \.rule)
        locator = SourceLocator(sources)
    }

    /// All that is declared.
    package var inventory: Inventory { plan.inventory }

    /// Reports a breach of the rule being checked.
    package mutating func report(
        _ message: String, at span: SourceSpan, subject: Subject, related: [Fault.Note] = [], help: String? = nil
    ) {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        let fault = Fault(card.id, message, at: span, subject: subject, related: related, help: help)
        findings.append(Finding(fault, card: card, locator: &locator))
    }

    /// Reports what reading found wrong under the id of the rule being checked.
    mutating func reportReadingFaults() {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        for fault in readingFaults[card.id] ?? [] {
            findings.append(Finding(fault, card: card, locator: &locator))
        }
    }

    mutating func check(_ rule: any ValidationRule) {
        card = rule.card
        rule.check(&self)
        card = nil
    }
}
