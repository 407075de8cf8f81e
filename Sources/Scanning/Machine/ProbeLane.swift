/// The probes of one kind that wait to be sent, round by round.
///
/// Each kind has its own lane, so that one that has to pause does not hold up the others.
struct ProbeLane {
    private var rounds: [Fifo<UInt32>]
    /// No round before this one has a slot.
    private var earliest = 0
    private var count = 0
    /// Before this moment nothing of this kind is sent.
    private(set) var heldUntil: Int64 = .min
    private var pause = Self.shortestPause

    init(rounds: Int) {
        self.rounds = Array(repeating: Fifo(), count: rounds)
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ slot: UInt32, round: Int) {
        rounds[admit(round)].append(slot)
    }

    mutating func putBack(_ slot: UInt32, round: Int) {
        rounds[admit(round)].putBack(slot)
    }

    private mutating func admit(_ round: Int) -> Int {
        let round = min(round, rounds.count - 1)
        earliest = min(earliest, round)
        count += 1
        return round
    }

    /// Takes the next slot of the earliest round that has one.
    mutating func popFirst() -> UInt32? {
        while earliest < rounds.count {
            if let slot = rounds[earliest].popFirst() {
                count -= 1
                return slot
            }
            earliest += 1
        }
        return nil
    }

    /// Pauses, longer each time until something could be sent again.
    mutating func backOff(now: Int64) {
        heldUntil = now + pause
        pause = min(pause * 2, Self.longestPause)
    }

    /// Pauses for as short a time as makes sense: something else has to end first.
    mutating func holdBriefly(now: Int64) {
        heldUntil = now + Self.shortestPause
    }

    /// Notes that sending works.
    mutating func resume() {
        pause = Self.shortestPause
    }

    private static let shortestPause: Int64 = 1_000_000
    private static let longestPause: Int64 = 20_000_000
}
