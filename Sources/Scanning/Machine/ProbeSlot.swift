import Observations

/// One way of probing one target, and how far it has come.
struct ProbeSlot {
    enum State: UInt8 {
        /// Waits until the target is known to be alive.
        case asleep
        /// Waits for its turn in a round.
        case queued
        /// Given out to be sent; the outcome of sending is awaited.
        case handed
        /// Sent; the answer is awaited.
        case flying
        /// Could not be sent; waits for a later round.
        case resting
        /// All tries have had their time; late answers are awaited.
        case cooling
        /// The target answered.
        case answered
        /// Asked the full number of times, and no answer came.
        case spent
        /// Could not be sent, more often than is worth another try.
        case unsent
        /// Not needed any more: another probe found the target alive.
        case spared

        /// Whether the run must still wait for the slot.
        var isOpen: Bool { self != .asleep && rawValue < State.answered.rawValue }
    }

    let target: UInt32
    let lane: UInt8
    let name: ProbeName
    var state: State
    /// How often it is to be sent, as far as is known.
    var granted: UInt8
    /// How often it was really sent.
    var tries: UInt8 = 0
    /// How often it could not be sent.
    var failures: UInt8 = 0
    /// How often in a row the system had no room for it.
    var deferrals: UInt8 = 0
    /// Why it could not be sent the last time; 0 if it could.
    var errno: Int32 = 0
    /// Whether so many answers were lost on our own side that silence means nothing.
    var isDeafened = false
    /// Why a try got lost that the system had taken; 0 if none did.
    var lostErrno: Int32 = 0

    /// Whether all that decides on the outcome is the same as in another slot that was not answered.
    func ended(as other: ProbeSlot) -> Bool {
        state == other.state && state != .answered && tries == other.tries && name == other.name
            && errno == other.errno && lostErrno == other.lostErrno && isDeafened == other.isDeafened
    }
}

/// How one way of probing one target ended.
enum ProbeOutcome: Hashable, Sendable {
    /// The target answered at a moment of the monotonic clock; the round trip is in microseconds.
    case answered(ProbeAnswer, at: Int64, roundTrip: Int64)
    /// Asked the full number of times, all waiting done; `fault` is the gravest reading that was no answer.
    case silent(tries: Int, fault: ProbeReading?)
    /// Not asked the full number of times, because of this error.
    case unsent(tries: Int, errno: Int32)
    /// Asked as often as is allowed, but answers were lost on our own side.
    case deafened(tries: Int)
    /// The run ended too early.
    case interrupted(tries: Int)
    /// Another probe found the target alive first.
    case spared(tries: Int)
    /// Was to be asked only of a living target, and this one was not.
    case asleep

    /// Why it could not be sent; nil for any other end.
    var sendingError: Int32? {
        if case .unsent(_, let errno) = self { errno } else { nil }
    }
}
