import Addressing
package import Chronology
package import Findings
package import InventoryModel
package import Observations

/// What a rule about changes sees, and where it reports.
package struct ChangeContext {
    /// The inventory after the change.
    package let plan: AddressPlan
    /// All claims that were not made before, those by claimants who moved included.
    package let newClaims: [Claim]
    /// The claims of single addresses that nobody claimed before, in address order.
    package let newAddresses: [Claim]
    /// The moment at which the change is judged.
    package let now: Timestamp
    /// What other changes claim that are under way, sorted by range.
    package let elsewhere: [ForeignClaim]
    private let states: ArraySlice<AddressState>
    private var locator: SourceLocator
    private(set) var findings: [Finding] = []
    private var rule: (id: RuleID, severity: Severity)?

    /// Takes what there is to look at.
    ///
    /// - Parameter state: what was seen on the network; empty if nothing was.
    package init(
        _ plan: AddressPlan, _ changes: ChangeSet, state: NetworkState, elsewhere: [ForeignClaim],
        sources: SourceFiles, now: Timestamp
    ) {
        self.plan = plan
        newClaims = changes.newClaims
        newAddresses = changes.newAddresses
        self.now = now
        self.elsewhere = elsewhere.sorted { ($0.range, $0.revision) < ($1.range, $1.revision) }
        states = state.addresses[...]
        locator = SourceLocator(sources)
    }

    /// What every rule has to say, in no particular order and with no waiver applied.
    package mutating func checkAll() -> [Finding] {
        for rule in ChangeRules.all {
            guard let severity = plan.inventory.severity(of: rule.card) else { continue }
            self.rule = (rule.card.id, severity)
            rule.check(&self)
        }
        rule = nil
        return findings
    }

    /// What each vantage point knows about an address; empty if nothing is known.
    func states(of address: IPAddress, vrf: String) -> ArraySlice<AddressState> {
        let start = states.partitionIndex { ($0.latest.vrf, $0.latest.address) < (vrf, address) }
        return states[start...].prefix { $0.latest.vrf == vrf && $0.latest.address == address }
    }

    /// Where a claim is declared.
    mutating func location(of claim: Claim) -> SourceLocation { locator.location(of: claim.span) }

    /// Reports something about a claim.
    mutating func report(
        _ message: String, on claim: Claim, related: [Finding.Related] = [], evidence: Evidence? = nil, help: String
    ) {
        guard let rule else { preconditionFailure("a rule reports only while it is checked") }
        findings.append(
            Finding(
                rule: rule.id, severity: rule.severity, message: message, help: help,
                location: locator.location(of: claim.span), related: related,
                subject: Subject(.address, claim.address, vrf: claim.vrf), evidence: evidence
            )
        )
    }
}
