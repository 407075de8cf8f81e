package import Addressing

/// How far a run has come with one subnet.
package struct SubnetProgress: Hashable, Sendable {
    /// The subnet.
    package let prefix: IPPrefix
    /// Probes sent to it so far, repetitions included.
    package let sent: Int
    /// Its targets that have answered.
    package let alive: Int
    /// Its targets that need no more probes.
    package let done: Int
    /// Its targets in all.
    package let total: Int
}

/// How far a run has come.
package struct ScanProgress: Hashable, Sendable {
    /// Probes sent so far, repetitions included.
    package let sent: Int
    /// Targets that have answered.
    package let alive: Int
    /// Targets that need no more probes.
    package let done: Int
    /// Targets in all.
    package let total: Int
    /// Time since the start.
    package let elapsed: Duration
    /// Time left if nothing else answers: an upper estimate.
    package let left: Duration
    /// The same by subnet, in the plan's order.
    package let subnets: [SubnetProgress]

    /// Makes progress.
    package init(
        sent: Int, alive: Int, done: Int, total: Int, elapsed: Duration, left: Duration, subnets: [SubnetProgress] = []
    ) {
        self.sent = sent
        self.alive = alive
        self.done = done
        self.total = total
        self.elapsed = elapsed
        self.left = left
        self.subnets = subnets
    }

    /// Probes per second since the start.
    package var rate: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(sent) / seconds : 0
    }
}
