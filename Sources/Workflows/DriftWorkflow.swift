import Chronology
import Drift
import Findings
import InventoryModel
import Observations
package import Reports
import ServedZones
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
    /// - Parameter dns: the name server to compare with as well, as ``ZoneSurveyor`` takes it; nil for none.
    /// - Throws: ``WorkflowError`` if the inventory is broken, the cache cannot be read, or no server is meant by `dns`.
    package static func run(_ project: Project, dns: String? = nil, in world: World) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        defer { world.discard(loaded) }
        try loaded.requireSound(for: dns == nil ? .addresses : .names)
        let survey = try dns.map { text throws(WorkflowError) in try ZoneSurveyor(text, loaded).survey(in: world) }
        let outcome = outcome(
            of: loaded, with: try project.networkState(), served: survey?.zones ?? [], at: world.now())
        guard let survey, !survey.isComplete else { return outcome }
        return Outcome(report: outcome.report, isConclusive: false)
    }

    static func outcome(
        of loaded: LoadedInventory, with state: NetworkState, served: [ServedZone] = [], at now: Timestamp
    ) -> Outcome {
        let drift = DriftDetector.compare(loaded.plan, with: state, served: served, sources: loaded.sources, now: now)
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
