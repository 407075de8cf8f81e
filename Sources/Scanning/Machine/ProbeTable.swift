import Addressing
import Observations

/// The state machine of a run: which try comes next, what is under way, what each target has said.
///
/// It does nothing itself and knows no clock: events are mutating methods, and ``next(now:)`` says what to do. Moments are
/// nanoseconds of a monotonic clock that never goes back. Each slot goes through rounds: all slots of a kind are tried
/// once before any is tried again, so that the tries of one target lie apart in time. Slots of a group whose answers
/// turn out to get lost are tried more often.
struct ProbeTable: ~Copyable {
    /// What the caller is to do now.
    enum Step: Hashable, Sendable {
        /// Send this try and report the outcome with ``record(_:of:now:)``.
        case send(ProbeAttempt)
        /// The try has had its time: let go of what is held for it.
        case abandon(ProbeAttempt)
        /// Nothing to do before this moment, unless an answer arrives. `.max`: outcomes of sending are awaited.
        case wait(until: Int64)
        /// All slots are settled.
        case finished
    }

    struct Deadline {
        let at: Int64
        let key: ProbeKey
    }

    let attempts: Int
    let attemptLimit: Int
    let timeout: Int64
    let cooldown: Int64

    var slots: [ProbeSlot] = []
    /// When each try was sent, by try and slot; there are as many rows as any slot has had tries.
    var sentAt: [[Int64]] = []
    var answers: [UInt32: (answer: ProbeAnswer, at: Int64, roundTrip: Int64)] = [:]
    var faults: [UInt32: ProbeReading] = [:]
    var targets: [ProbeTarget] = []
    /// What waits to be sent, by set of limits and kind: the lanes of a set lie one behind the other.
    var lanes: [ProbeLane]
    var pacer: SendPacer
    var limits: RateLimits
    let laneCount: Int
    /// Tries under way and slots at rest, in order of their deadlines.
    var waiting = Fifo<Deadline>()
    /// Slots that only late answers can change.
    var cooling = Fifo<Deadline>()
    /// When the kernel repeats tries of its own accord.
    var repeats = Fifo<Deadline>()
    /// Lanes whose unanswered tries the kernel repeats.
    let repeatingLanes: Set<Int>
    /// How many tries silence takes, by group and lane.
    var losses: [LossEstimate]
    /// When arrivals were thrown away because we did not take them in time, by lane, in order.
    var lapses: [[Int64]]
    var counts = ProbeCounts()
    /// The totals of each group.
    var groupCounts: [GroupCounts]
    private var laneTurn = 0

    /// Makes an empty table for `laneCount` kinds of probes and some groups, networks each of which may lose packets in
    /// its own way.
    ///
    /// The kernel repeats tries of the `repeatingLanes` after a second without an answer. That costs tokens too, and the
    /// last try of a slot is then held until the cool-down ends.
    ///
    /// - Parameter groups: the limits of each group beside that of the run.
    init(settings: ScanSettings, laneCount: Int, groups: [[RateLimit]] = [[]], repeatingLanes: Set<Int> = []) {
        self.repeatingLanes = repeatingLanes
        self.laneCount = laneCount
        limits = RateLimits(groups, runRate: settings.rate)
        attempts = settings.attempts
        attemptLimit = settings.attemptLimit
        groupCounts = Array(repeating: GroupCounts(), count: groups.count)
        losses = Array(
            repeating: LossEstimate(least: settings.attempts, most: settings.attemptLimit),
            count: groups.count * laneCount
        )
        lapses = Array(repeating: [], count: laneCount)
        timeout = settings.timeout.nanoseconds
        cooldown = settings.cooldown.nanoseconds
        // A slot comes round for each try and for each failure to send one.
        lanes = Array(
            repeating: ProbeLane(rounds: settings.attemptLimit + settings.attempts),
            count: limits.chainCount * laneCount)
        pacer = SendPacer(rate: settings.rate)
    }

    /// Adds a target, its probes, and those that only a living target is asked; all lanes are below the lane count.
    mutating func add(_ address: IPAddress, group: Int = 0, probes: [LanedProbe], checks: [LanedProbe] = []) {
        let number = UInt32(targets.count)
        let first = slots.count
        for probe in probes { addSlot(probe, target: number, state: .queued) }
        for probe in checks { addSlot(probe, target: number, state: .asleep) }
        targets.append(
            ProbeTarget(address: address, group: UInt32(group), slots: first..<slots.count, open: probes.count))
        for slot in first..<first + probes.count { enqueue(UInt32(slot)) }
        groupCounts[group].total += 1
        if probes.isEmpty { countDone(1, ofTarget: number) }
    }

    /// Takes note that targets need no more probes, or one more again.
    mutating func countDone(_ change: Int, ofTarget number: UInt32) {
        counts.done += change
        groupCounts[Int(targets[Int(number)].group)].done += change
    }

    private mutating func addSlot(_ probe: LanedProbe, target: UInt32, state: ProbeSlot.State) {
        slots.append(
            ProbeSlot(
                target: target, lane: UInt8(probe.lane), name: probe.name, state: state, granted: UInt8(attempts)))
    }

    /// Puts a slot into its first round and makes the run wait for it.
    mutating func enqueue(_ slot: UInt32) {
        counts.open += 1
        counts.triesLeft += attempts
        lanes[laneIndex(slot)].append(slot, round: 0)
    }

    /// The lane that a slot waits in.
    func laneIndex(_ slot: UInt32) -> Int { chain(ofSlot: slot) * laneCount + Int(slots[Int(slot)].lane) }

    /// The set of limits that a slot's network has.
    func chain(ofSlot slot: UInt32) -> Int {
        limits.chain(ofGroup: Int(targets[Int(slots[Int(slot)].target)].group))
    }

    /// What to do now; to be called again until it says to wait.
    mutating func next(now: Int64) -> Step {
        if let overdue = expire(now: now) { return .abandon(overdue) }
        guard counts.open > 0 else { return .finished }
        payForRepeats(now: now)
        guard pacer.readyAt <= now else { return .wait(until: min(pacer.readyAt, nextDeadline)) }
        if let attempt = takeTurn(now: now) {
            pacer.take(now: now)
            limits.take(chain: chain(ofSlot: attempt.key.slot), now: now)
            return .send(attempt)
        }
        return .wait(until: min(nextRelease, nextDeadline))
    }

    /// The earliest moment at which time alone changes something.
    private var nextDeadline: Int64 { min(waiting.first?.at ?? .max, cooling.first?.at ?? .max) }

    /// The earliest moment at which a lane that has something to send may send it.
    private var nextRelease: Int64 {
        lanes.indices.reduce(.max) { earliest, index in
            lanes[index].isEmpty ? earliest : min(earliest, release(ofLane: index))
        }
    }

    private func release(ofLane index: Int) -> Int64 {
        max(lanes[index].heldUntil, limits.readyAt(chain: index / laneCount))
    }

    /// Takes the next try, from each lane in turn.
    private mutating func takeTurn(now: Int64) -> ProbeAttempt? {
        for _ in lanes.indices {
            laneTurn = (laneTurn + 1) % lanes.count
            guard !lanes[laneTurn].isEmpty, release(ofLane: laneTurn) <= now else { continue }
            while let slot = lanes[laneTurn].popFirst() {
                // A slot that was settled while it waited stays in the queue until its turn comes.
                guard slots[Int(slot)].state == .queued else { continue }
                slots[Int(slot)].state = .handed
                return attempt(ProbeKey(slot: slot, attempt: slots[Int(slot)].tries + 1))
            }
        }
        return nil
    }

    /// Where the loss of a slot's network and kind is kept.
    func lossIndex(_ slot: UInt32) -> Int {
        let entry = slots[Int(slot)]
        return Int(targets[Int(entry.target)].group) * laneCount + Int(entry.lane)
    }

    /// The try with this key, which is in the table.
    func attempt(_ key: ProbeKey) -> ProbeAttempt {
        let slot = slots[Int(key.slot)]
        let target = targets[Int(slot.target)].address
        return ProbeAttempt(key: key, target: target, name: slot.name, lane: Int(slot.lane))
    }
}

/// A probe and the kind that sends it.
struct LanedProbe: Hashable, Sendable {
    let name: ProbeName
    let lane: Int
}

/// A target and where its slots stand.
struct ProbeTarget {
    let address: IPAddress
    /// The network that it shares its loss with.
    let group: UInt32
    let slots: Range<Int>
    /// How many of its slots the run still waits for.
    var open: Int
    var isAlive = false
}

/// The table's running totals.
struct ProbeCounts: Hashable, Sendable {
    /// Slots that the run still waits for.
    var open = 0
    /// Tries sent.
    var sent = 0
    /// Tries that open slots have left.
    var triesLeft = 0
    /// Targets with a sign of life.
    var alive = 0
    /// Targets with no open slot.
    var done = 0
    /// Answers to probes that had been answered before.
    var duplicates = 0
    /// Arrivals that were thrown away because we did not take them in time.
    var dropped = 0
    /// For how many nanoseconds nobody was there to take any.
    var standstill: Int64 = 0
}

/// The running totals of a group.
struct GroupCounts: Hashable, Sendable {
    var total = 0
    var sent = 0
    var alive = 0
    var done = 0
}
