import Addressing

/// Drives a table of probes over channels: sends what is due, takes in what arrives, waits in between.
struct ScanLoop: ~Copyable {
    var table: ProbeTable
    // Kinds of probes of different types.
    let probes: [any Probe]
    let channels: ScanChannels
    let rate: Int
    /// The subnets of the table's groups.
    let prefixes: [IPPrefix]
    let started: Int64
    private var reportedAt: Int64
    /// What each kind had lost when it was last asked.
    private var dropped: [Int]
    /// When the loop was last seen at work.
    private var awakeAt: Int64

    /// An answer to Ctrl-C takes no longer than this.
    private static let longestWait: Int64 = 50_000_000
    private static let progressInterval: Int64 = 200_000_000
    /// Whoever was away for longer than this was stopped, or the machine slept: no wait takes so long.
    private static let standstill: Int64 = 2_000_000_000
    /// So many tries are sent before arrivals get their turn.
    private static let batch = 64

    /// Makes a loop; its clock starts now.
    init(
        table: consuming ProbeTable, probes: [any Probe], channels: ScanChannels, rate: Int,
        prefixes: [IPPrefix]
    ) {
        self.table = table
        self.probes = probes
        self.channels = channels
        self.rate = rate
        self.prefixes = prefixes
        started = channels.now()
        reportedAt = started
        awakeAt = started
        dropped = probes.map(\.dropped)
    }

    /// Runs until all targets are settled; false if it was cancelled before.
    mutating func run(progress: (ScanProgress) -> Void, isCancelled: () -> Bool) -> Bool {
        let descriptors = probes.flatMap(\.descriptors)
        defer { progress(state) }
        while !isCancelled() {
            let wake = sendDue()
            receive()
            if isReportDue() { progress(state) }
            guard let wake else { return true }
            awakeAt = channels.now()
            let longest = min(wake - min(wake, awakeAt), Self.longestWait)
            guard longest > 0 else { continue }
            channels.wait(descriptors, longest)
            receive()
        }
        return false
    }

    /// Notices a standstill before time is judged: what arrived meanwhile is taken in, and what did not is in doubt.
    private mutating func wakeUp() {
        let now = channels.now()
        guard now - awakeAt > Self.standstill else { return }
        table.noteStandstill(from: awakeAt, to: now)
        awakeAt = now
        receive()
    }

    /// Sends a batch of what is due; returns when to come back, nil if there is nothing left to do.
    private mutating func sendDue() -> Int64? {
        wakeUp()
        var batches = Array(repeating: [ProbeAttempt](), count: probes.count)
        let now = channels.now()
        for _ in 0..<Self.batch {
            switch table.next(now: now) {
            case .send(let attempt):
                batches[attempt.lane].append(attempt)
            case .abandon(let attempt):
                if let report = probes[attempt.lane].abandon(attempt.key) { table.take(report, now: now) }
            case .wait(let until):
                send(batches)
                // Outcomes of sending may have brought a new deadline.
                return batches.allSatisfy(\.isEmpty) ? until : now
            case .finished:
                return nil
            }
        }
        send(batches)
        return channels.now()
    }

    private mutating func send(_ batches: [[ProbeAttempt]]) {
        for (lane, attempts) in batches.enumerated() where !attempts.isEmpty {
            let outcomes = probes[lane].send(attempts)
            let now = channels.now()
            for (attempt, outcome) in zip(attempts, outcomes) {
                table.record(outcome, of: attempt, now: now)
            }
        }
    }

    private mutating func receive() {
        for (lane, probe) in probes.enumerated() {
            let reports = probe.receive()
            let now = channels.now()
            for report in reports { table.take(report, now: now) }
            let total = probe.dropped
            guard total != dropped[lane] else { continue }
            table.noteDropped(total - dropped[lane], lane: lane, now: now)
            dropped[lane] = total
        }
    }

    private mutating func isReportDue() -> Bool {
        let now = channels.now()
        guard now - reportedAt >= Self.progressInterval else { return false }
        reportedAt = now
        return true
    }

    private var state: ScanProgress {
        let counts = table.counts
        let tail = counts.open > 0 ? table.timeout + table.cooldown : 0
        return ScanProgress(
            sent: counts.sent, alive: counts.alive, done: counts.done, total: table.targets.count,
            elapsed: .nanoseconds(channels.now() - started),
            left: .seconds(counts.triesLeft) / rate + .nanoseconds(tail),
            subnets: zip(prefixes, table.groupCounts).map { prefix, counts in
                SubnetProgress(
                    prefix: prefix, sent: counts.sent, alive: counts.alive, done: counts.done, total: counts.total)
            }
        )
    }
}
