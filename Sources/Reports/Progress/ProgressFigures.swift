/// How far a long piece of work has come, in numbers.
package struct ProgressFigures: Hashable, Sendable {
    /// What is being done, in a word or two: `scanning lon1`.
    package var phase: String
    /// How many addresses need nothing more.
    package var done: Int
    /// How many addresses there are.
    package var total: Int
    /// How many addresses answered.
    package var answered: Int
    /// How many probes were sent, repetitions included.
    package var sent: Int
    /// The time since the work began.
    package var elapsed: Duration
    /// The time that is left, at most; nil when that is not known.
    package var left: Duration?

    /// Makes figures; negative numbers are taken as 0.
    package init(
        phase: String, done: Int, total: Int, answered: Int, sent: Int, elapsed: Duration, left: Duration? = nil
    ) {
        self.phase = phase
        self.done = max(0, done)
        self.total = max(0, total)
        self.answered = max(0, answered)
        self.sent = max(0, sent)
        self.elapsed = max(.zero, elapsed)
        self.left = left.map { max(.zero, $0) }
    }

    /// The share that is done, 0 to 1; 1 if there is nothing to do.
    package var share: Double { total == 0 ? 1 : min(1, Double(done) / Double(total)) }

    /// The time since the work began in seconds.
    package var seconds: Double { Self.seconds(elapsed) }

    /// Seconds that are left; nil when that is not known.
    package var secondsLeft: Double? { left.map(Self.seconds) }

    /// Probes a second so far; nil before there is anything to divide.
    package var rate: Double? {
        sent > 0 && seconds > 0 ? Double(sent) / seconds : nil
    }

    // Not `duration / .seconds(1)`, which makes a little less than 3725 of 3725 seconds.
    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
