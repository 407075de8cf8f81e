import Addressing
import Chronology
import Observations

/// Turns a table in which all probes have ended into the run's result.
struct ScanReport {
    let plan: ScanPlan
    let list: TargetList
    let roster: ProbeRoster
    let vantage: String
    let started: Timestamp

    /// The result of a run that took `elapsed` nanoseconds since the clock showed `clockStart`.
    func result(_ table: borrowing ProbeTable, clockStart: Int64, elapsed: Int64, isFinished: Bool) -> ScanResult {
        let ended = started + .seconds(max(0, elapsed) / 1_000_000_000)
        var observations: [Observation] = []
        observations.reserveCapacity(list.targets.count)
        var coverage = CoverageCount(plan)
        var unprobed = 0
        var unsent: [Int32: Int] = [:]
        for (number, target) in list.targets.enumerated() {
            let scope = plan.scopes[target.scope]
            let outcomes = table.outcomes(ofTarget: number)
            if outcomes.isEmpty { unprobed += 1 }
            let refused = roster.refused(scope.probes, for: target.address)
            let verdict = TargetVerdict(outcomes: outcomes, refused: refused)
            if verdict.verdict == .unknown, let errno = outcomes.lazy.compactMap(\.outcome.sendingError).first {
                unsent[errno, default: 0] += 1
            }
            let at = verdict.answeredAt.map { started + .seconds(max(0, $0 - clockStart) / 1_000_000_000) }
            coverage.count(verdict.verdict, in: scope)
            observations.append(
                Observation(
                    vrf: scope.vrf, address: target.address, verdict: verdict.verdict, at: at ?? ended,
                    evidence: verdict.evidence, mac: verdict.mac, rivals: verdict.rivals, roundTrip: verdict.roundTrip,
                    services: verdict.services
                )
            )
        }
        let stations = StationCount(observations)
        observations.sort { ($0.vrf, $0.address) < ($1.vrf, $1.address) }
        let run = ScanRun(
            vantage: vantage, tool: "ipam", started: started, ended: ended,
            state: isFinished && unprobed == 0 && unsent.isEmpty ? .complete : .incomplete,
            notices: notices(isFinished: isFinished, unprobed: unprobed, unsent: unsent)
                + Self.notices(dropped: table.counts.dropped) + stations.notices,
            coverage: coverage.subnets
        )
        return ScanResult(run: run, observations: observations)
    }

    private func notices(isFinished: Bool, unprobed: Int, unsent: [Int32: Int]) -> [String] {
        var notices: [String] = []
        if !isFinished { notices.append("Interrupted: targets that had not answered by then are unknown.") }
        if unprobed > 0 {
            notices.append("\(unprobed) of \(list.targets.count) targets were not probed: no probe could be used.")
        }
        for (errno, count) in unsent.sorted(by: { $0.key < $1.key }) {
            notices.append(
                "\(count) of \(list.targets.count) targets are unknown, because probes could not be sent: "
                    + "\(SystemError(errno: errno))."
            )
        }
        return notices + roster.notices
    }

    private static func notices(dropped: Int) -> [String] {
        guard dropped > 0 else { return [] }
        return [
            "The system threw away \(dropped) arrival\(dropped == 1 ? "" : "s"), because its receive buffer was full: "
                + "the rate was lowered and targets were asked again."
        ]
    }
}

/// Counts verdicts by subnet.
struct CoverageCount {
    private struct Subnet: Hashable {
        let vrf: String
        let prefix: IPPrefix
    }

    private var verdicts: [Subnet: [Verdict: Int]] = [:]

    /// Starts with the plan's subnets, so that one without targets is listed too.
    init(_ plan: ScanPlan) {
        for scope in plan.scopes { verdicts[Subnet(vrf: scope.vrf, prefix: scope.prefix)] = [:] }
    }

    mutating func count(_ verdict: Verdict, in scope: ScanScope) {
        verdicts[Subnet(vrf: scope.vrf, prefix: scope.prefix), default: [:]][verdict, default: 0] += 1
    }

    /// The coverage, sorted by VRF and prefix.
    var subnets: [SubnetCoverage] {
        verdicts
            .map { subnet, counts in
                SubnetCoverage(
                    vrf: subnet.vrf, prefix: subnet.prefix, targets: counts.values.reduce(0, +), verdicts: counts
                )
            }
            .sorted { ($0.vrf, $0.prefix) < ($1.vrf, $1.prefix) }
    }
}
