import Chronology
import Exports
import Findings
import InventoryModel
import Observations
package import Reports

/// The main job: validate, scan what is due, compare, write every configured output.
package enum ReconcileWorkflow {
    /// What the job did.
    package struct Outcome: Sendable {
        /// The drift; the faults of the inventory, when they ended the job.
        package let report: FindingReport
        /// Whether the scan data is good enough for a verdict.
        package let isConclusive: Bool
        /// What was done, one line a step.
        package let story: [String]
    }

    /// Does the job. An inventory with errors ends it before anything is probed or written.
    ///
    /// - Parameter allowedRemovals: the number of removals that a person acknowledged.
    /// - Throws: ``WorkflowError`` if the inventory or the cache cannot be read, an output cannot be written, or more would
    ///   be removed than may be.
    package static func run(
        _ project: Project, _ options: ScanWorkflow.Options, allowingRemovals allowedRemovals: Int? = nil,
        in world: World
    ) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        var story = [tell(loaded)]
        guard !loaded.hasObstacles(to: .names) else {
            let report = FindingReport(
                kind: .validation, findings: loaded.findings, sources: loaded.sources, rules: RuleCatalog.validation)
            return Outcome(report: report, isConclusive: true, story: story + ["nothing was scanned or written"])
        }
        try OutputSettings.requireValid(loaded, of: project)
        var scan = options
        scan.onlyDue = true
        story.append(tell(try ScanWorkflow.run(loaded, project, scan, in: world)))

        let state = try project.networkState()
        let drift = DriftWorkflow.outcome(of: loaded, with: state, at: world.now())
        let written = try OutputSettings(loaded, state: state, drift: drift.report, of: project, in: world)
            .write(allowingRemovals: allowedRemovals)
        story += written.flatMap { [tell($0)] + $0.files.stale.map(tellStale) }
        if !drift.isConclusive { story.append("no verdict: scan data is missing, stale or incomplete") }
        return Outcome(report: drift.report, isConclusive: drift.isConclusive, story: story)
    }

    private static func tell(_ loaded: LoadedInventory) -> String {
        let inventory = loaded.inventory
        let parts = [
            Plural.count(inventory.subnets.count, of: "subnet"), Plural.count(inventory.devices.count, of: "device"),
            Plural.count(inventory.reservations.count, of: "reservation"),
            Plural.count(inventory.zones.count, of: "zone"),
        ]
        let files = Plural.count(loaded.sources.files.count, of: "file")
        let findings = [
            Plural.count(loaded.findings.count(.error), of: "error"),
            Plural.count(loaded.findings.count(.warning), of: "warning"), "\(loaded.findings.waived.count) waived",
        ]
        return "validated  \(files): \(parts.joined(separator: ", ")); \(findings.joined(separator: ", "))"
    }

    private static func tell(_ run: ScanRun?) -> String {
        guard let run else { return "scanned    nothing: no subnet is due, or none is to be scanned" }
        let targets = run.coverage.reduce(0) { $0 + $1.targets }
        let alive = run.coverage.reduce(0) { $0 + $1.count(.alive) }
        return "scanned    \(Plural.count(run.coverage.count, of: "subnet")), "
            + "\(Plural.count(targets, of: "address", plural: "addresses")), \(alive) alive, "
            + "from \(run.vantage): \(run.state)"
    }

    private static func tell(_ output: OutputSettings.Written) -> String {
        let count = output.files.changed.count + output.files.unchanged.count
        let what = output.files.changed.isEmpty ? "unchanged" : "\(output.files.changed.count) of \(count) changed"
        return "wrote      \(output.path) (\(output.format), \(what))"
    }

    private static func tellStale(_ path: String) -> String {
        "left       \(path), which is no longer made; `ipam export` with --prune removes it"
    }
}
