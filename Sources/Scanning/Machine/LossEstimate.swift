import Glibc

/// How many tries it takes until silence can be believed, from the tries that those who did answer needed.
///
/// Whoever answers a later try lost the earlier ones on the way. If a try fails with a probability of f, then f to the
/// power of k of the living are silent to k tries: k is chosen to keep that below ``accepted``. While tries go on, later
/// answers come in, so that an estimate that was too low corrects itself.
struct LossEstimate: Hashable, Sendable {
    /// The most of the living that may be called silent.
    static let accepted = 0.0005

    private let least: Int
    private let most: Int
    private var answered = 0
    private var lost = 0
    /// How many tries a slot gets: the least number as long as there is no sign of loss.
    private(set) var attempts: Int

    /// Makes an estimate of no loss, with bounds for the number of tries.
    init(least: Int, most: Int) {
        self.least = least
        self.most = most
        attempts = least
    }

    /// Takes note that a target answered this try, counted from 1.
    mutating func note(answerTo attempt: Int) {
        answered += 1
        lost += attempt - 1
        guard lost > 0 else { return }
        // One more than was lost: the fewer have answered, the less is known.
        let failure = Double(lost + 1) / Double(lost + 1 + answered)
        let needed = (log(Self.accepted) / log(failure)).rounded(.up)
        attempts = min(max(Int(min(needed, 1000)), least), most)
    }
}
