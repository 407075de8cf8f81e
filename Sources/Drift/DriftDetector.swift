package import Chronology
package import Findings
package import InventoryModel
package import Observations
package import ServedZones

/// Compares what is declared with what was seen; it reads both and writes neither.
package enum DriftDetector {
    /// What every rule that is not switched off has to say, in no particular order and with no waiver applied.
    ///
    /// - Parameter served: what name servers say that they have, if somebody asked them.
    package static func compare(
        _ plan: AddressPlan, with state: NetworkState, served: [ServedZone] = [], sources: SourceFiles, now: Timestamp
    ) -> DriftReport {
        var context = DriftContext(plan, state, served: served, sources: sources, now: now)
        for rule in DriftRules.all {
            guard let severity = plan.inventory.severity(of: rule.card) else { continue }
            context.check(rule, severity: severity)
        }
        return DriftReport(
            findings: context.journal.findings,
            coverage: context.liveCoverage,
            scans: context.subnets.filter { $0.isToBeScanned || $0.wasScanned }.map(\.scan),
            unjudged: context.subnets.filter { $0.needsVerdict && !$0.hasFreshScan(at: now) }.map(\.scan),
            isAnythingKnown: !state.runs.isEmpty || !state.addresses.isEmpty || !served.isEmpty
        )
    }
}
