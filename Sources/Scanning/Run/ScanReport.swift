import Addressing
import Chronology
import Observations

/// Turns a table in which all probes have ended into the run's result.
struct ScanReport {
    let plan: ScanPlan
    let list: TargetList
    let roster: ProbeRoster
    let canary: Canary
    let vantage: String
    let started: Timestamp

    /// The result of a run that took `elapsed` nanoseconds since the clock showed `clockStart`.
    func result(_ table: borrowing ProbeTable, clockStart: Int64, elapsed: Int64, isFinished: Bool) -> ScanResult {
        let ended = started + .seconds(max(0, elapsed) / 1_000_000_000)
        var observations: [Observation] = []
        observations.reserveCapacity(list.targets.count)
        var troubles = RunTroubles(isFinished: isFinished, table.counts)
        /// A target that stayed silent, and what was said about it.
        var example: (number: Int, scope: Int, observation: Observation)?
        for (number, target) in list.targets.enumerated() {
            // Most of a sweep ends like that, and words for it cost more than the comparison.
            if let example, example.scope == target.scope,
                table.staysSilent(target: number, as: example.number)
            {
                var observation = example.observation
                observation.address = target.address
                observations.append(observation)
                troubles.noteSilence()
                continue
            }
            let scope = plan.scopes[target.scope]
            let outcomes = table.outcomes(ofTarget: number)
            let verdict = TargetVerdict(outcomes: outcomes, refused: roster.refused(scope.probes, for: target.address))
            troubles.note(verdict.verdict, outcomes)
            let at = verdict.answeredAt.map { started + .seconds(max(0, $0 - clockStart) / 1_000_000_000) }
            let observation = Observation(
                vrf: scope.vrf, address: target.address, verdict: verdict.verdict, at: at ?? ended,
                evidence: verdict.evidence, mac: verdict.mac, rivals: verdict.rivals, roundTrip: verdict.roundTrip,
                services: verdict.services)
            observations.append(observation)
            if verdict.verdict == .silent { example = (number, target.scope, observation) }
        }
        if isFinished { doubtSilence(in: &observations, &troubles) }
        var coverage = CoverageCount(plan)
        for (target, observation) in zip(list.targets, observations) {
            coverage.count(observation.verdict, inScope: target.scope)
        }
        let stations = StationCount(observations)
        observations.sort { ($0.vrf, $0.address) < ($1.vrf, $1.address) }
        let run = ScanRun(
            vantage: vantage, tool: "ipam", started: started, ended: ended,
            state: troubles.areGrave ? .incomplete : .complete,
            notices: troubles.notices + roster.notices + stations.notices, coverage: coverage.subnets
        )
        return ScanResult(run: run, observations: observations)
    }

    /// Turns silence into ignorance in every scope whose canary says so; the observations are in the order of targets.
    private func doubtSilence(in observations: inout [Observation], _ troubles: inout RunTroubles) {
        var start = 0
        while start < list.targets.count {
            let number = list.targets[start].scope
            let end = list.targets[start...].firstIndex { $0.scope != number } ?? list.targets.count
            defer { start = end }
            let scope = plan.scopes[number]
            guard observations[start..<end].contains(where: { $0.verdict == .silent }),
                let doubt = canary.doubt(about: scope, observations[start..<end])
            else { continue }
            troubles.note(doubt: doubt, about: scope.prefix)
            for index in start..<end where observations[index].verdict == .silent {
                observations[index] = observations[index].doubted(doubt)
            }
        }
    }
}
