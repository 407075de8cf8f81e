import Chronology
import InventoryModel
package import Listings
import Observations

/// Lists what is declared, with what was seen of it.
package enum ListWorkflow {
    /// The things of a kind that a query asks for.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, the cache cannot be read, or there is no column of a name.
    package static func run(
        _ kind: ListKind, _ query: ListQuery, _ project: Project, in world: World
    ) throws(WorkflowError) -> Listing {
        let now = world.now()
        let loaded = try LoadedInventory.load(project, today: now.day)
        defer { world.discard(loaded) }
        try loaded.requireSound()
        for condition in query.conditions {
            if let site = condition.value(of: "site") { try loaded.requireKnown(site: site) }
        }
        let input = ListInput(
            plan: loaded.plan, sources: loaded.sources, state: try project.networkState(), now: now)
        do {
            return try kind.listing(input).answering(query, of: kind)
        } catch {
            throw WorkflowError(error.message, status: .usage)
        }
    }
}
