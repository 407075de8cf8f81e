import Addressing
import Observations
import Packets
import TestSupport
import Testing

@testable import Scanning

@Suite("Probe table, whatever happens")
struct ProbeTablePropertyTests {
    @Test("ends, never has two tries of a slot under way, and keeps to the rate", arguments: 0..<60 as Range<UInt64>)
    func anySchedule(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let attempts = Int.random(in: 1...5, using: &generator)
        let rate = [50, 1000, 20_000].randomElement(using: &generator) ?? 1
        let settings = ScanSettings(
            rate: rate, attempts: attempts, attemptLimit: .random(in: attempts...9, using: &generator),
            timeout: .milliseconds(.random(in: 1...500, using: &generator)),
            cooldown: .milliseconds(.random(in: 0...900, using: &generator))
        )
        var table = ProbeTable(settings: settings, laneCount: 2, repeatingLanes: seed.isMultiple(of: 2) ? [1] : [])
        for number in 0..<UInt32.random(in: 0...60, using: &generator) {
            let lanes = [LanedProbe(name: .icmp, lane: 0), LanedProbe(name: .tcp(port: 22), lane: 1)]
            let count = Int.random(in: 0...2, using: &generator)
            table.add(IPAddress(v4: number), probes: Array(lanes.prefix(count)), checks: Array(lanes.dropFirst(count)))
        }
        let slotCount = table.slots.count
        var now: Int64 = 0
        var underWay: Set<ProbeKey> = []
        var sent: [ProbeKey] = []
        var sentAt: [Int64] = []
        var steps = 0
        run: while steps < 100_000 {
            steps += 1
            if let key = sent.randomElement(using: &generator), Int.random(in: 0..<8, using: &generator) == 0 {
                table.take(ProbeReport(reference: .key(key), reading: reading(using: &generator)), now: now)
            }
            switch table.next(now: now) {
            case .finished: break run
            case .abandon(let attempt): underWay.remove(attempt.key)
            case .wait(let until):
                #expect(until > now && until < .max)
                now = Bool.random(using: &generator) ? until : now + (until - now + 1) / 2
                if Int.random(in: 0..<50, using: &generator) == 0 { now += 2_000_000_000 }
            case .send(let attempt):
                #expect(!underWay.contains(attempt.key) && !sent.contains(attempt.key))
                let outcome = outcome(using: &generator)
                table.record(outcome, of: attempt, now: now)
                guard outcome == .sent else { continue }
                #expect(!underWay.contains { $0.slot == attempt.key.slot })
                underWay.insert(attempt.key)
                sent.append(attempt.key)
                sentAt.append(now)
            }
        }
        #expect(table.next(now: now) == .finished)
        #expect(sent.count <= slotCount * settings.attemptLimit)
        #expect(table.counts.triesLeft == 0)
        #expect(table.counts.done == table.targets.count)
        for (index, moment) in sentAt.enumerated() {
            let within = sentAt[index...].prefix { $0 < moment + 1_000_000_000 }.count
            #expect(within <= rate + rate / 20)
        }
    }

    private func outcome(using generator: inout SeededGenerator) -> SendOutcome {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: .busy
        case 1: .deferred(105)
        case 2: .failed(1)
        default: .sent
        }
    }

    private func reading(using generator: inout SeededGenerator) -> ProbeReading {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: .fault(.hostUnreachable, from: IPAddress(v4: 1))
        case 1: .lost(113)
        case 2: .noNeighbour
        default: .answered(ProbeAnswer(outcome: "echo reply", service: nil))
        }
    }
}
