import Addressing
import Observations
import Packets
import Testing

@testable import Scanning

@Suite("Probe table")
struct ProbeTableTests {
    static let second: Int64 = 1_000_000_000
    let echo = ProbeReading.answered(ProbeAnswer(outcome: "echo reply", service: nil))

    private func table(targets: Int, attempts: Int = 3, names: [ProbeName] = [.icmp]) -> ProbeTable {
        let settings = ScanSettings(rate: 1000, attempts: attempts)
        var table = ProbeTable(settings: settings, laneCount: 1)
        for number in 0..<targets {
            let probes = names.map { LanedProbe(name: $0, lane: 0) }
            table.add(IPAddress(v4: 0xc000_0200 + UInt32(number)), probes: probes)
        }
        return table
    }

    /// Sends all that is due up to and including `end`, each with the outcome; returns the keys in order.
    private func drive(
        _ table: inout ProbeTable, from start: Int64 = 0, to end: Int64, outcome: SendOutcome = .sent
    ) -> [(key: ProbeKey, at: Int64)] {
        var now = start
        var sent: [(ProbeKey, Int64)] = []
        while now <= end {
            switch table.next(now: now) {
            case .send(let attempt):
                sent.append((attempt.key, now))
                table.record(outcome, of: attempt, now: now)
            case .abandon: break
            case .wait(let until): now = until
            case .finished: return sent
            }
        }
        return sent
    }

    @Test("asks every target once before it asks any target again")
    func rounds() {
        var table = table(targets: 100)
        let attempts = drive(&table, to: 10 * Self.second).map(\.key.attempt)
        #expect(attempts == attempts.sorted())
        #expect(attempts.count == 300)
    }

    @Test("leaves the timeout between two tries of a target")
    func spread() {
        var table = table(targets: 1)
        #expect(drive(&table, to: 10 * Self.second).map(\.at) == [0, Self.second, 2 * Self.second])
    }

    @Test("calls a target silent only after the cool-down that follows the last try")
    func cooldown() {
        var table = table(targets: 1)
        _ = drive(&table, to: 4 * Self.second - 1)
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .interrupted(tries: 3))
        _ = drive(&table, from: 4 * Self.second, to: 4 * Self.second)
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .silent(tries: 3, fault: nil))
    }

    @Test("counts an answer to an early try that arrives within the cool-down")
    func lateAnswer() {
        var table = table(targets: 1)
        let keys = drive(&table, to: 3 * Self.second)
        table.take(ProbeReport(reference: .key(keys[0].key), reading: echo), now: 3 * Self.second)
        let answer = ProbeAnswer(outcome: "echo reply", service: nil)
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .answered(answer, at: 3 * Self.second, roundTrip: 3_000_000))
        #expect(table.next(now: 3 * Self.second) == .finished)
    }

    @Test("counts duplicates of an answer once")
    func duplicates() {
        var table = table(targets: 2)
        let keys = drive(&table, to: 0)
        for moment in 1...1000 as ClosedRange<Int64> {
            table.take(ProbeReport(reference: .key(keys[0].key), reading: echo), now: moment)
        }
        #expect(table.counts.alive == 1)
        #expect(table.counts.duplicates == 999)
        #expect(table.outcomes(ofTarget: 1)[0].outcome == .interrupted(tries: 1))
    }

    @Test("ignores an answer to a try that was never sent")
    func neverSent() {
        var table = table(targets: 1)
        _ = drive(&table, to: 0)
        for key in [ProbeKey(slot: 0, attempt: 2), ProbeKey(slot: 1, attempt: 1), ProbeKey(slot: .max, attempt: 1)] {
            table.take(ProbeReport(reference: .key(key), reading: echo), now: 1)
        }
        #expect(table.counts.alive == 0)
    }

    @Test("finds the probe of a short quote by its target, among those with the same low bits")
    func shortQuote() {
        var table = table(targets: 4097)
        let keys = drive(&table, to: 5 * Self.second).prefix(4097).map(\.key)
        #expect(keys[0].sequence & 0xffff == keys[4096].sequence & 0xffff)
        let fault = ProbeReading.fault(.hostUnreachable, from: IPAddress(v4: 1))
        let target = IPAddress(v4: 0xc000_0200 + 4096)
        let number = UInt16(keys[4096].sequence & 0xffff)
        table.take(ProbeReport(reference: .short(number, target: target), reading: fault), now: 5 * Self.second)
        #expect(table.faults == [4096: fault])
    }

    @Test("makes up for a try that could not be sent in a later round")
    func failureThenSuccess() {
        var table = table(targets: 1)
        _ = drive(&table, to: 0, outcome: .failed(1))
        let sent = drive(&table, from: 1, to: 10 * Self.second)
        #expect(sent.map(\.at) == [1, 2, 3].map { $0 * Self.second })
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .silent(tries: 3, fault: nil))
    }

    @Test("gives up on a target that can never be sent to, and says why")
    func permanentFailure() {
        var table = table(targets: 1)
        _ = drive(&table, to: 10 * Self.second, outcome: .failed(101))
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .unsent(tries: 0, errno: 101))
        #expect(table.counts.sent == 0)
    }

    @Test("a sender that is busy loses no try and no token")
    func busy() {
        var table = table(targets: 1)
        _ = drive(&table, to: Self.second / 100, outcome: .busy)
        let sent = drive(&table, from: Self.second / 50, to: 10 * Self.second)
        #expect(sent.map(\.key.attempt) == [1, 2, 3])
    }

    @Test("spares a living target further tries that could only say the same, but not its ports")
    func spared() {
        var table = table(targets: 1, names: [.icmp, .tcp(port: 22), .tcp(port: 80)])
        let keys = drive(&table, to: Self.second / 2).map(\.key)
        table.take(ProbeReport(reference: .key(keys[1]), reading: echo), now: Self.second / 2)
        let later = drive(&table, from: Self.second / 2, to: 10 * Self.second)
        #expect(later.map(\.key.slot) == [2, 2])
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .spared(tries: 1))
    }

    @Test("holds the last try of a connection through the cool-down, and spends a token on the kernel's repetition")
    func repeated() {
        var table = ProbeTable(
            settings: ScanSettings(rate: 1, attempts: 1, cooldown: .seconds(3)), laneCount: 1, repeatingLanes: [0]
        )
        for number in 0..<2 as Range<UInt32> {
            table.add(IPAddress(v4: number), probes: [LanedProbe(name: .tcp(port: 22), lane: 0)])
        }
        #expect(drive(&table, to: 2 * Self.second).map(\.at) == [0, 2 * Self.second])
        let abandoned = table.next(now: 3 * Self.second)
        #expect(abandoned == .abandon(table.attempt(ProbeKey(slot: 0, attempt: 1))))
        table.take(ProbeReport(reference: .key(ProbeKey(slot: 0, attempt: 1)), reading: .lost(1)), now: 3 * Self.second)
        #expect(table.outcomes(ofTarget: 0)[0].outcome == .unsent(tries: 1, errno: 1))
    }

    @Test("asks for a service only once the target is alive")
    func serviceCheck() {
        var table = ProbeTable(settings: ScanSettings(), laneCount: 1)
        let ssh = LanedProbe(name: .tcp(port: 22), lane: 0)
        for number in 0..<2 as Range<UInt32> {
            table.add(IPAddress(v4: number), probes: [LanedProbe(name: .icmp, lane: 0)], checks: [ssh])
        }
        let keys = drive(&table, to: Self.second / 2).map(\.key)
        table.take(ProbeReport(reference: .key(keys[0]), reading: echo), now: Self.second / 2)
        let later = drive(&table, from: Self.second / 2, to: 10 * Self.second)
        #expect(later.filter { $0.key.slot == 1 }.count == 3)
        #expect(later.filter { $0.key.slot == 3 }.isEmpty)
        #expect(table.counts.done == 2)
    }
}
