import Addressing
package import Chronology
package import Observations
import Packets

/// Probes the targets of a plan and says of each what the run is entitled to say.
package struct Scanner: Sendable {
    private let vantage: String
    private let channels: ScanChannels

    /// Makes a scanner that reports under the name of its vantage point.
    package init(vantage: String, channels: ScanChannels) {
        self.vantage = vantage
        self.channels = channels
    }

    /// Runs a plan to its end, on the calling thread.
    ///
    /// Durations are measured with a monotonic clock from `started` on, so that a step of the wall clock changes nothing.
    /// - Parameters:
    ///   - started: The wall clock's time now.
    ///   - generator: The source of the run's key; cryptographically secure outside tests.
    ///   - progress: Called at most five times a second, and at the end.
    ///   - isCancelled: Asked at least every 50 ms. Once it is true the run ends as incomplete: who answered stays
    ///     alive, all others are unknown.
    package func scan(
        _ plan: ScanPlan, started: Timestamp, generator: inout some RandomNumberGenerator,
        progress: (ScanProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) -> ScanResult {
        let list = TargetList(plan)
        let interfaces = channels.interfaces()
        let environment = ProbeEnvironment(
            channels: channels, key: TagKey(using: &generator),
            identifier: .random(in: 1...UInt16.max, using: &generator),
            localAddresses: Set(interfaces.map(\.address)), links: AttachedLinks(interfaces)
        )
        let roster = ProbeRoster(plan.probeNames, families: list.families, environment: environment)
        var loop = ScanLoop(
            table: Self.table(list, plan: plan, roster: roster), probes: roster.probes, channels: channels,
            rate: plan.settings.rate, prefixes: plan.scopes.map(\.prefix)
        )
        let isFinished = loop.run(progress: progress, isCancelled: isCancelled)
        let elapsed = channels.now() - loop.started
        let report = ScanReport(
            plan: plan, list: list, roster: roster, canary: Canary(interfaces), vantage: vantage, started: started)
        var result = report.result(loop.table, clockStart: loop.started, elapsed: elapsed, isFinished: isFinished)
        if plan.readsGreetings {
            var reader = GreetingReader(channels: channels, rate: plan.settings.rate)
            reader.read(into: &result.observations, isCancelled: isCancelled)
        }
        if let server = plan.resolver {
            var resolver = NameResolver(server: server, channels: channels, rate: plan.settings.rate)
            result.run.notices += resolver.resolve(
                into: &result.observations, generator: &generator, isCancelled: isCancelled)
        }
        return result
    }

    private static func table(_ list: TargetList, plan: ScanPlan, roster: ProbeRoster) -> ProbeTable {
        let repeating = roster.probes.indices.filter { type(of: roster.probes[$0]).isRepeatedByKernel }
        var table = ProbeTable(
            settings: plan.settings, laneCount: roster.probes.count, groups: plan.scopes.map(\.limits),
            repeatingLanes: Set(repeating)
        )
        for target in list.targets {
            let names = plan.scopes[target.scope].probes
            let declared = plan.serviceChecks[target.address] ?? []
            let checks = Set(declared + plan.commonChecks).subtracting(names).sorted()
            let usable = roster.usable(names, for: target.address)
            let onLink = usable.filter(\.name.asksLink)
            // Whoever does not answer on the link cannot answer anything else, and each question that the kernel would
            // ask for the hardware address fills its neighbour table.
            let later = onLink.isEmpty ? [] : usable.filter(\.name.asksForService)
            table.add(
                target.address, group: target.scope, probes: onLink.isEmpty ? usable : onLink,
                checks: later + roster.usable(checks, for: target.address)
            )
        }
        return table
    }
}

extension ScanPlan {
    /// All probes that the plan asks for.
    var probeNames: Set<ProbeName> {
        Set(scopes.flatMap(\.probes)).union(serviceChecks.values.joined()).union(commonChecks)
    }
}
