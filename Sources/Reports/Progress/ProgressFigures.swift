/// How far a long piece of work has come, in numbers.
package struct ProgressFigures: Hashable, Sendable {
    /// What is being done, in a word or two: `scanning lon1`.
    package var phase: String
    /// How many probes were sent.
    package var sent: Int
    /// How many hosts answered.
    package var answered: Int
    /// How many probes are to be sent.
    package var total: Int
    /// The time since the work began.
    package var elapsed: Duration

    /// Makes figures; negative numbers are taken as 0.
    package init(phase: String, sent: Int, answered: Int, total: Int, elapsed: Duration) {
        self.phase = phase
        self.sent = max(0, sent)
        self.answered = max(0, answered)
        self.total = max(0, total)
        self.elapsed = max(.zero, elapsed)
    }

    /// The share that is done, 0 to 1; 1 if there is nothing to do.
    package var share: Double { total == 0 ? 1 : min(1, Double(sent) / Double(total)) }

    /// The time since the work began in seconds.
    package var seconds: Double {
        // Not `elapsed / .seconds(1)`, which makes a little less than 3725 of 3725 seconds.
        Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }

    /// Probes a second so far; nil before there is anything to divide.
    package var rate: Double? {
        sent > 0 && seconds > 0 ? Double(sent) / seconds : nil
    }

    /// Seconds that are left at the rate so far; nil before there is a rate.
    package var secondsLeft: Double? {
        rate.map { max(0, Double(total) - Double(sent)) / $0 }
    }
}
