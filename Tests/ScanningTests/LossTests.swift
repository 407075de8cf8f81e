import Addressing
import Observations
import TestSupport
import Testing

@testable import Scanning

/// How often living hosts are called silent on networks that lose packets, simulated.
@Suite("Loss on the way")
struct LossTests {
    private struct Outcome {
        var falselySilent = 0
        /// Tries that hosts got that are not there.
        var triesOfAbsent: Set<Int> = []
    }

    /// A run over 1,000 living and 100 absent hosts where each direction loses so many of a hundred packets.
    private func run(lossPercent: Int, seed: UInt64, settings: ScanSettings = ScanSettings(rate: 10_000)) -> Outcome {
        var generator = SeededGenerator(seed: seed)
        var table = ProbeTable(settings: settings, laneCount: 1)
        for number in 0..<1100 as Range<UInt32> {
            table.add(IPAddress(v4: number), probes: [LanedProbe(name: .icmp, lane: 0)])
        }
        let echo = ProbeReading.answered(ProbeAnswer(outcome: "echo reply", service: nil))
        var now: Int64 = 0
        loop: while true {
            switch table.next(now: now) {
            case .finished: break loop
            case .abandon: break
            case .wait(let until): now = until
            case .send(let attempt):
                table.record(.sent, of: attempt, now: now)
                let isLost = (0..<2).contains { _ in Int.random(in: 0..<100, using: &generator) < lossPercent }
                guard attempt.key.slot < 1000, !isLost else { continue }
                table.take(ProbeReport(reference: .key(attempt.key), reading: echo), now: now)
            }
        }
        var outcome = Outcome()
        for number in 0..<1100 {
            guard case .silent(let tries, _) = table.outcomes(ofTarget: number)[0].outcome else { continue }
            if number < 1000 { outcome.falselySilent += 1 } else { outcome.triesOfAbsent.insert(tries) }
        }
        return outcome
    }

    @Test(
        "calls few of the living silent, whatever the loss",
        arguments: [(lossPercent: 0, limit: 0), (10, 10), (30, 50)])
    func falseSilence(lossPercent: Int, limit: Int) {
        let silent = (0..<10).reduce(0) { $0 + run(lossPercent: lossPercent, seed: UInt64($1)).falselySilent }
        #expect(silent <= limit)
    }

    @Test("asks no more often than it was told to where nothing gets lost")
    func withoutLoss() {
        #expect(run(lossPercent: 0, seed: 1).triesOfAbsent == [3])
    }

    @Test("asks more often where answers get lost")
    func withLoss() {
        #expect(run(lossPercent: 30, seed: 1).triesOfAbsent.allSatisfy { (10...12).contains($0) })
    }

    @Test("asks exactly as often as it was told to when that is a limit too")
    func exactly() {
        let settings = ScanSettings(rate: 10_000, attempts: 2, attemptLimit: 2)
        #expect(run(lossPercent: 30, seed: 1, settings: settings).triesOfAbsent == [2])
    }

    @Test("loss in one network costs no tries in another")
    func perNetwork() {
        var estimates = [LossEstimate](repeating: LossEstimate(least: 3, most: 12), count: 2)
        for attempt in [1, 2, 1, 3] { estimates[0].note(answerTo: attempt) }
        #expect(estimates.map(\.attempts) == [11, 3])
    }
}
