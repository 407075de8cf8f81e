package import Addressing
package import Allocation
import Chronology
import InventoryModel
import Observations

/// Names addresses and prefixes that are free, for somebody to claim.
package enum NextWorkflow {
    /// What to look for.
    package struct Options: Sendable {
        /// How many.
        package var count = 1
        /// The family; nil for the only one that there is.
        package var family: AddressFamily?
        /// Which of several.
        package var strategy = AllocationStrategy.lowest

        /// Looks for one, the lowest.
        package init() {}
    }

    /// Free addresses of subnets, pools, sites or tags.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, has nothing of that name, or not enough is free.
    package static func addresses(
        from names: [String], _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> AddressOffer {
        let plan = try plan(project, in: world)
        let state = try project.networkState()
        if state.addresses.isEmpty, state.runs.isEmpty {
            world.notify("nothing was ever scanned here (\(project.cache)): whether free addresses answer is not known")
        }
        return try translating { () throws(AllocationError) in
            try AddressOffer(
                options.count, from: try sources(names, plan), of: plan, seen: state, family: options.family,
                strategy: options.strategy, now: world.now())
        }
    }

    /// Free prefixes of a length inside containers.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, has nothing of that name, or not enough is free.
    package static func prefixes(
        length: Int, from names: [String], _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> PrefixOffer {
        let plan = try plan(project, in: world)
        return try translating { () throws(AllocationError) in
            try PrefixOffer(
                options.count, length: length, from: try sources(names, plan), of: plan, family: options.family,
                strategy: options.strategy)
        }
    }

    private static func plan(_ project: Project, in world: World) throws(WorkflowError) -> AddressPlan {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        defer { world.discard(loaded) }
        try loaded.requireSound(for: .space)
        return loaded.plan
    }

    /// What names stand for.
    static func sources(
        _ names: [String], _ plan: AddressPlan
    ) throws(AllocationError) -> [AllocationSource] {
        let all = AllocationSources(plan)
        var found: [AllocationSource] = []
        for name in names { found += try all.sources(named: name) }
        return found
    }

    /// Turns trouble with an allocation into the trouble of a command.
    static func translating<Result>(
        _ work: () throws(AllocationError) -> Result
    ) throws(WorkflowError) -> Result {
        do {
            return try work()
        } catch {
            throw WorkflowError(error.message, status: error.code == .unknownSource ? .usage : .failed)
        }
    }
}
