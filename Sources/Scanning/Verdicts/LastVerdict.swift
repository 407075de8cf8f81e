import Observations

/// Judges targets one after the other. Most of a sweep ends like the target before, and words for it cost more than the
/// comparison.
struct LastVerdict {
    private var outcomes: [(name: ProbeName, outcome: ProbeOutcome)] = []
    private var refused: [ProbeEvidence] = []
    private var verdict: TargetVerdict?

    /// The verdict that these outcomes deserve.
    mutating func verdict(
        outcomes: [(name: ProbeName, outcome: ProbeOutcome)], refused: [ProbeEvidence]
    ) -> TargetVerdict {
        if let verdict, refused == self.refused, outcomes.elementsEqual(self.outcomes, by: ==) { return verdict }
        let verdict = TargetVerdict(outcomes: outcomes, refused: refused)
        self.outcomes = outcomes
        self.refused = refused
        self.verdict = verdict
        return verdict
    }
}
