import Addressing
import Observations

/// What went wrong in a run, told in one sentence each.
struct RunTroubles {
    private let isFinished: Bool
    private let dropped: Int
    private let standstill: Duration
    private var targets = 0
    private var unprobed = 0
    private var unsent: [Int32: Int] = [:]
    private var doubts: [String] = []

    init(isFinished: Bool, _ counts: ProbeCounts) {
        self.isFinished = isFinished
        dropped = counts.dropped
        standstill = .nanoseconds(counts.standstill)
    }

    /// Takes note of one target's verdict and how its probes ended.
    mutating func note(_ verdict: Verdict, _ outcomes: [(name: ProbeName, outcome: ProbeOutcome)]) {
        targets += 1
        if outcomes.isEmpty { unprobed += 1 }
        if verdict == .unknown, let errno = outcomes.lazy.compactMap(\.outcome.sendingError).first {
            unsent[errno, default: 0] += 1
        }
    }

    /// Takes note of a target that was asked in full and stayed silent.
    mutating func noteSilence() {
        targets += 1
    }

    /// Takes note that the silence of a subnet is not believed.
    mutating func note(doubt: String, about prefix: IPPrefix) {
        doubts.append("Silence in \(prefix) is not believed: \(doubt).")
    }

    /// Whether the run did not reach its end for all targets.
    var areGrave: Bool { !isFinished || unprobed > 0 || !unsent.isEmpty || !doubts.isEmpty }

    /// One sentence for each.
    var notices: [String] {
        var notices: [String] = []
        if !isFinished { notices.append("Interrupted: targets that had not answered by then are unknown.") }
        if unprobed > 0 { notices.append("\(unprobed) of \(targets) targets were not probed: no probe could be used.") }
        for (errno, count) in unsent.sorted(by: { $0.key < $1.key }) {
            notices.append(
                "\(count) of \(targets) targets are unknown, because probes could not be sent: "
                    + "\(SystemError(errno: errno))."
            )
        }
        if dropped > 0 {
            notices.append(
                "The system threw away \(dropped) arrival\(dropped == 1 ? "" : "s"), because its receive buffer was full: "
                    + "the rate was lowered and targets were asked again."
            )
        }
        if standstill > .zero {
            notices.append(
                "The scan stood still for \(standstill.components.seconds) s, as if stopped or put to sleep: targets that "
                    + "might have answered meanwhile were asked again."
            )
        }
        return notices + doubts
    }
}
