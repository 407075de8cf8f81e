import Chronology
import Drift
import Findings
import InventoryModel
import Observations
package import Reports
import Validation

/// Compares the inventory with the cache. Has no way to write to either.
package enum DriftWorkflow {
    /// Drift, and whether the scan data is good enough for a verdict.
    package struct Outcome: Sendable {
        /// What differs.
        package let report: FindingReport
        /// Whether every subnet that is to be scanned has a complete scan that is recent enough.
        package let isConclusive: Bool
    }

    /// Compares.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken or the cache cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        return outcome(of: loaded, with: try project.networkState(), at: world.now())
    }

    static func outcome(of loaded: LoadedInventory, with state: NetworkState, at now: Timestamp) -> Outcome {
        let drift = DriftDetector.compare(loaded.plan, with: state, sources: loaded.sources, now: now)
        var findings = FindingList(
            drift.findings, waivers: loaded.inventory.waivers, today: now.day, holders: loaded.plan.holders
        )
        if drift.isConclusive {
            let rules = Set(DriftRules.all.map(\.card.id))
            findings = findings.tellingUnusedWaivers(of: rules, in: loaded.inventory, loaded.sources)
        }
        let report = FindingReport(
            kind: .drift,
            findings: findings,
            sources: loaded.sources,
            coverage: drift.coverage,
            scans: drift.scans,
            rules: RuleCatalog.drift
        )
        return Outcome(report: report, isConclusive: drift.isConclusive)
    }
}
