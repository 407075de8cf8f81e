import Chronology
import InventoryModel
package import Listings
import Observations
import Reports

/// Sums up the inventory, its pools, what ends soon, scans and drift.
package enum StatusWorkflow {
    /// The state of everything.
    ///
    /// An inventory with errors is summed up as well, but not compared with the network.
    /// - Throws: ``WorkflowError`` if there is no inventory, or a file or the cache cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> StatusReport {
        let now = world.now()
        let loaded = try LoadedInventory.load(project, today: now.day)
        defer { world.discard(loaded) }
        let state = try project.networkState()
        let input = ListInput(plan: loaded.plan, sources: loaded.sources, state: state, now: now)
        return StatusReport(
            input, findings: loaded.findings,
            drift: loaded.hasObstacles(to: .addresses) ? nil : drift(of: loaded, with: state, at: now))
    }

    private static func drift(
        of loaded: LoadedInventory, with state: NetworkState, at now: Timestamp
    ) -> StatusReport.Drift? {
        let outcome = DriftWorkflow.outcome(of: loaded, with: state, at: now)
        guard let coverage = outcome.report.coverage else { return nil }
        return StatusReport.Drift(
            outcome.report.findings, coverage: coverage, scans: outcome.report.scans,
            isConclusive: outcome.isConclusive)
    }
}
