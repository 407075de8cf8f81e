package import ChangeReports
import Changes
import Chronology
import Findings
import InventoryModel
import Observations

/// Says what a change of the inventory means, before it is merged.
///
/// Revisions are read from Git's objects: nothing is checked out, and neither index nor working tree is touched.
package enum PlanWorkflow {
    /// What to compare.
    package struct Options: Sendable {
        /// The revision that the change is to be merged into.
        package var base: String
        /// The revision that the change has come to; nil for the working tree.
        package var head: String?
        /// Other changes that are to be merged into the same base.
        package var also: [String] = []
        /// The number of removals that a person acknowledged.
        package var allowedRemovals: Int?

        /// Compares the working tree with a revision.
        package init(base: String) {
            self.base = base
        }
    }

    /// Compares.
    ///
    /// - Throws: ``WorkflowError`` if a revision, the inventory or the cache cannot be read.
    package static func run(
        _ project: Project, _ options: Options, in world: World
    ) throws(WorkflowError) -> ChangeReport {
        let revisions = try PlanRevisions(base: options.base, head: options.head)
        let others = try revisions.others(options.also)
        let readings = RevisionReadings(
            try revisions.snapshots(of: project, with: others), below: project.inventory)
        let comparison = PlanComparison(revisions, readings, today: world.now().day)
        defer {
            world.discard(readings)
            world.discard(comparison)
        }
        try comparison.head.requireDeclarations(of: project)
        guard comparison.isReadable else { return comparison.withoutChanges }

        let pair = comparison.pair
        let changes = ChangeSet(pair)
        let elsewhere = comparison.elsewhere(others, readings)
        let live = try LiveEvidence(of: changes.newAddresses, from: project)
        var context = ChangeContext(
            pair.head, changes, state: live.state, elsewhere: elsewhere.claims, sources: readings.sides[1].sources,
            now: world.now()
        )
        return comparison.report(
            changes, findings: context.checkAll(), allowedRemovals: options.allowedRemovals,
            notices: elsewhere.notices + live.notices
        )
    }
}

/// What the cache knows about newly claimed addresses.
private struct LiveEvidence {
    let state: NetworkState
    let notices: [String]

    init(of claims: [Claim], from project: Project) throws(WorkflowError) {
        state = claims.isEmpty ? NetworkState(addresses: [], runs: []) : try project.networkState()
        let isKnown = !state.runs.isEmpty || !state.addresses.isEmpty
        notices =
            claims.isEmpty || isKnown
            ? []
            : ["nothing was ever scanned here (\(project.cache)): whether newly claimed addresses answer is not known"]
    }
}
