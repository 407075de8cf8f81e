package import Chronology
package import Findings
package import InventoryModel
import ZoneData

/// What a rule sees, and where it reports.
package struct ValidationContext: Sendable {
    /// The inventory with its references resolved.
    package let plan: AddressPlan
    /// The day on which the inventory is judged, in UTC.
    package let today: CalendarDate
    /// The ids of all rules, those outside validation included; nil if they are not known.
    let knownRules: Set<RuleID>?
    /// All subnets by address, then by routing domain: in this order, which of two subnets is told of a conflict does
    /// not depend on where they are written.
    let subnetsInOrder: [Subnet]
    /// All pools in address order.
    let pools: [PlacedPool]
    /// The subnet and the pool of every claim.
    let claimPools: ClaimPools
    private let readingFaults: ReadingFaults
    private let zoneProblems: Deferred<ZoneProblems>
    /// Whether all that is declared could be read, so that what is absent is really absent; or is to count as absent.
    let isComplete: Bool
    private var locator: SourceLocator
    private(set) var findings: [Finding] = []
    private var card: RuleCard?
    private var severity = Severity.error

    init(
        _ plan: AddressPlan, readingFaults: [Fault], sources: SourceFiles, today: CalendarDate,
        knownRules: Set<RuleID>?, judgesAbsence: Bool
    ) {
        self.plan = plan
        self.today = today
        self.knownRules = knownRules
        subnetsInOrder = Self.inOrder(plan.inventory.subnets)
        pools = PlacedPool.all(in: plan.inventory)
        claimPools = ClaimPools(plan, pools: pools)
        self.readingFaults = ReadingFaults(readingFaults)
        // A key too many is the one fault that takes nothing away.
        let isComplete = judgesAbsence || readingFaults.allSatisfy { $0.rule == UnknownKey.card.id }
        self.isComplete = isComplete
        zoneProblems = Deferred { ZoneProblems(plan, isComplete: isComplete) }
        locator = SourceLocator(sources)
    }

    private static func inOrder(_ subnets: [Subnet]) -> [Subnet] {
        // What is sorted is small: moving whole subnets about takes longer than all rules together.
        subnets.indices.map { (prefix: subnets[$0].prefix.value, vrf: subnets[$0].vrfName, index: $0) }
            .sorted { ($0.prefix, $0.vrf, $0.index) < ($1.prefix, $1.vrf, $1.index) }
            .map { subnets[$0.index] }
    }

    /// All that is declared.
    package var inventory: Inventory { plan.inventory }

    /// Reports a breach of the rule being checked.
    package mutating func report(
        _ message: String, at span: SourceSpan, subject: Subject, related: [Fault.Note] = [], help: String? = nil
    ) {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        let fault = Fault(card.id, message, at: span, subject: subject, related: related, help: help)
        findings.append(Finding(fault, severity: severity, locator: &locator))
    }

    /// Reports what reading found wrong under the id of the rule being checked.
    mutating func reportReadingFaults() {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        for fault in readingFaults.faults(of: card.id) {
            findings.append(Finding(fault, severity: severity, locator: &locator))
        }
    }

    /// Reports what deriving the zones found wrong under the id of the rule being checked.
    mutating func reportZoneProblems() {
        guard let card, let kind = ZoneProblem.Kind(rawValue: card.id.name) else {
            preconditionFailure("a rule about zones has the name of a kind of problem")
        }
        for problem in zoneProblems.value.ofKind(kind) {
            report(
                problem.reason, at: problem.span, subject: problem.subject, related: problem.related, help: problem.help
            )
        }
    }

    /// Whether reading found a fault that `matches` within an object, so that what seems absent is only unreadable.
    func hasReadingFault(within span: SourceSpan, where matches: (Fault) -> Bool) -> Bool {
        readingFaults.hasFault(within: span, where: matches)
    }

    /// The same inventory with nothing reported yet.
    var blank: ValidationContext {
        var copy = self
        copy.findings = []
        return copy
    }

    mutating func check(_ rule: any ValidationRule, severity: Severity) {
        card = rule.card
        self.severity = severity
        rule.check(&self)
        card = nil
    }

    /// Reports as errors the reading faults whose rules are not among `rules`, so that none is ever lost.
    mutating func reportFaults(ofRulesOtherThan rules: Set<RuleID>) {
        for fault in readingFaults.all where !rules.contains(fault.rule) {
            findings.append(Finding(fault, severity: .error, locator: &locator))
        }
    }
}
