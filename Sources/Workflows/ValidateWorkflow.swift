import Chronology
import Findings
import InventoryModel
package import Reports

/// Reads and checks the whole inventory.
package enum ValidateWorkflow {
    /// What is wrong with the inventory.
    ///
    /// - Throws: ``WorkflowError`` if there is no inventory, or a file cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> FindingReport {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        defer { world.discard(loaded) }
        return FindingReport(
            kind: .validation, findings: loaded.findings, sources: loaded.sources, rules: RuleCatalog.validation)
    }

    /// What is wrong with the inventory and concerns a change of it; the rest is counted.
    ///
    /// A finding concerns the change if it, or a place that it refers to, lies in a file that differs from where the
    /// change was begun, and if it is new. Either alone would lose some: a change can break what another file says, and
    /// can put a fault where it mends one of the same kind.
    /// - Parameter revision: the revision that the change is to be merged into.
    /// - Throws: ``WorkflowError`` if there is no inventory, or a file or revision cannot be read.
    package static func run(
        _ project: Project, changedSince revision: String, in world: World
    ) throws(WorkflowError) -> FindingReport {
        let revisions = try PlanRevisions(base: revision, head: nil)
        let readings = RevisionReadings(try revisions.snapshots(of: project), below: project.inventory)
        let today = world.now().day
        let loaded = readings.sides.concurrentMap(workers: 2) {
            LoadedInventory.judge($0.reading, sources: $0.sources, today: today)
        }
        defer {
            world.discard(readings)
            world.discard(loaded)
        }
        let (base, head) = (loaded[0], loaded[1])
        try head.requireDeclarations(of: project)
        let before = Set(base.findings.all.map(\.fingerprint))
        let changed = Set(readings.changedFiles(from: 0, to: 1).map { head.sources.files[Int($0)].path })
        let findings = head.findings.limited(
            to: { finding in
                let places = [finding.location].compactMap(\.self) + finding.related.map(\.location)
                return !before.contains(finding.fingerprint) || places.contains { changed.contains($0.path) }
            })
        return FindingReport(
            kind: .validation, findings: findings, sources: readings.files(of: 1), rules: RuleCatalog.validation)
    }
}
