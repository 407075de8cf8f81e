package import Chronology
package import Findings
package import InventoryModel
package import Observations
package import ServedZones

/// Compares what is declared with what was seen; it reads both and writes neither.
package enum DriftDetector {
    /// What every rule that is not switched off has to say, in no particular order and with no waiver applied.
    ///
    /// - Parameters:
    ///   - served: what name servers say that they have, if somebody asked them.
    ///   - workers: how many threads to work on.
    package static func compare(
        _ plan: AddressPlan, with state: NetworkState, served: [ServedZone] = [], sources: SourceFiles, now: Timestamp,
        workers: Int = 2
    ) -> DriftReport {
        let context = DriftContext(plan, state, served: served, sources: sources, now: now, workers: workers)
        let enabled = DriftRules.all.compactMap { rule in
            plan.inventory.severity(of: rule.card).map { (rule: rule, severity: $0) }
        }
        return DriftReport(
            findings: enabled.concurrentReduce(into: [], workers: workers) { rule, severity in
                context.findings(of: rule, severity: severity)
            } _: { findings, found in
                findings += found
            },
            coverage: context.liveCoverage,
            scans: context.subnets.filter { $0.isToBeScanned || $0.wasScanned }.map(\.scan),
            unjudged: context.subnets.filter { $0.needsVerdict && !$0.hasFreshScan(at: now) }.map(\.scan),
            isAnythingKnown: !state.runs.isEmpty || !state.addresses.isEmpty || !served.isEmpty
        )
    }
}
