/// How fast and how persistently a run probes.
package struct ScanSettings: Hashable, Sendable {
    /// The most probes in any second, over all targets and kinds: 1 to 1,000,000.
    package let rate: Int
    /// How often a target is asked before it counts as silent, once per round: 1 to 15.
    package let attempts: Int
    /// How often at most, once answers turn out to get lost on the way: ``attempts`` to 15.
    package let attemptLimit: Int
    /// How long a try waits for its answer before the next round may ask again.
    package let timeout: Duration
    /// How long after the last try an answer still counts.
    package let cooldown: Duration

    /// Makes settings; numbers outside their range become the nearest one inside.
    package init(
        rate: Int = 1000, attempts: Int = 3, attemptLimit: Int = 12, timeout: Duration = .seconds(1),
        cooldown: Duration = .seconds(2)
    ) {
        self.rate = min(max(rate, 1), 1_000_000)
        self.attempts = min(max(attempts, 1), 15)
        self.attemptLimit = min(max(attemptLimit, self.attempts), 15)
        self.timeout = min(max(timeout, .milliseconds(1)), .seconds(3600))
        self.cooldown = min(max(cooldown, .zero), .seconds(3600))
    }
}

extension Duration {
    /// The duration in whole nanoseconds, for spans of less than a century.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
    }
}
