package import Findings
package import InventoryModel

extension FindingList {
    /// The list with a finding about each waiver of some rules that covers nothing in it.
    ///
    /// Call it only for a run in which those rules saw all that there is to see.
    package func tellingUnusedWaivers(
        of rules: Set<RuleID>, in inventory: Inventory, _ sources: SourceFiles
    ) -> FindingList {
        guard let severity = inventory.severity(of: UnusedWaiver.card) else { return self }
        var locator = SourceLocator(sources)
        return adding(
            unusedWaivers.filter { rules.contains(RuleID($0.rule.value)) }.map { waiver in
                Finding(UnusedWaiver.fault(of: waiver), severity: severity, locator: &locator)
            }
        )
    }
}
