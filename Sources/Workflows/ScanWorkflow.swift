import Addressing
import Chronology
import Findings
import InventoryModel
package import Observations
package import Scanning
import Storage

/// Probes subnets of the inventory and stores what was seen.
package struct ScanWorkflow: Sendable {
    /// What to scan, and how.
    package struct Options: Sendable {
        /// The subnets by name or prefix; all that are enabled if empty.
        package var subnets: [String] = []
        /// Whether to leave out those that were scanned recently enough.
        package var onlyDue = false
        /// What this vantage point is called; the machine's name if nil.
        package var vantage: String?
        /// The routing domain that this vantage point stands in.
        package var vrf = VRF.defaultName
        /// Whether to sweep IPv4 networks wider than a /16.
        package var sweepsLarge = false
        /// The most probes a second; what the inventory says if nil.
        package var rate: Int?
        /// Whether to ask living hosts for common ports too, and to read how their services greet.
        package var asksForCommonServices = false
        /// The DNS server to ask for names, `system` for the one that this machine uses; what the inventory says if nil.
        package var resolver: String?
        /// How often each address is asked, exactly; as often as it takes to believe its silence if nil.
        package var attempts: Int?
        /// How long a probe waits for its answer; the scanner's default if nil.
        package var timeout: Duration?
        /// How long after the last probe an answer still counts; the scanner's default if nil.
        package var cooldown: Duration?
        /// Told how far the scan is, several times a second.
        package var progress: @Sendable (ScanProgress) -> Void = { _ in }

        /// Makes the options of a scan of everything.
        package init() {}
    }

    /// Scans and stores.
    ///
    /// - Returns: the run; nil if nothing was due.
    /// - Throws: ``WorkflowError`` if the inventory is broken, a subnet is not declared, or the cache cannot be written.
    package static func run(
        _ project: Project, _ options: Options, in world: World
    ) throws(WorkflowError) -> ScanRun? {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        return try run(loaded, project, options, in: world)
    }

    static func run(
        _ loaded: LoadedInventory, _ project: Project, _ options: Options, in world: World
    ) throws(WorkflowError) -> ScanRun? {
        try loaded.requireKnown(vrf: options.vrf)
        let vantage = options.vantage ?? world.hostName
        let targets = ScanTargets(loaded.plan, vrf: options.vrf, sweepsLarge: options.sweepsLarge)
        var subnets = options.subnets.isEmpty ? targets.subnets : try targets.subnets(named: options.subnets)
        if options.onlyDue {
            let schedule = ScanSchedule(loaded.plan, runs: try project.networkState().runs, vantage: vantage)
            subnets = subnets.filter { schedule.isDue($0, at: world.now()) }
        }
        guard !subnets.isEmpty else { return nil }
        // Opened first, so that a locked cache shows now and not after an hour's scan.
        let cache = try project.openCache(in: world)
        let scopes = subnets.map { targets.scope(of: $0) }
        // Each subnet keeps to its own limit; the fastest of them is the run's.
        let rate = subnets.map { loaded.plan.effectiveScan(of: $0).rate }.max()
        try requireManageable(scopes)
        for subnet in subnets where subnet.prefix.value.family == .v4 && !targets.sweeps(subnet.prefix.value) {
            world.notify("\(subnet.title) is wider than a /16: probing declared addresses only; see --sweep-large")
        }
        var plan = ScanPlan(
            scopes: scopes, serviceChecks: targets.declaredServices(in: subnets),
            settings: options.settings(rate: min(options.rate ?? .max, rate ?? EffectiveScan.defaultRate))
        )
        plan.commonChecks = options.asksForCommonServices ? CommonServices.probes : []
        plan.readsGreetings = options.asksForCommonServices
        let resolver = try options.resolver.map(ResolverChoice.named) ?? loaded.inventory.settings?.dns?.resolver
        plan.resolver = try resolver.map(ResolverChoice.address)
        let result = world.scan(plan, vantage, options.progress)
        for notice in result.run.notices { world.notify(notice) }
        do {
            try cache.record(result)
        } catch {
            throw WorkflowError(error.message)
        }
        return result.run
    }

    private static func requireManageable(_ scopes: [ScanScope]) throws(WorkflowError) {
        let count = scopes.reduce(UInt128(0)) { $0 + min($1.targetCount, ScanPlan.targetLimit + 1) }
        guard count <= ScanPlan.targetLimit else {
            throw WorkflowError(
                "the scan would have more than \(ScanPlan.targetLimit) targets: name fewer subnets at a time"
            )
        }
    }
}

extension ScanWorkflow.Options {
    /// The settings of a run at this rate.
    fileprivate func settings(rate: Int) -> ScanSettings {
        let usual = ScanSettings()
        return ScanSettings(
            rate: rate, attempts: attempts ?? usual.attempts, attemptLimit: attempts ?? usual.attemptLimit,
            timeout: timeout ?? usual.timeout, cooldown: cooldown ?? usual.cooldown
        )
    }
}
