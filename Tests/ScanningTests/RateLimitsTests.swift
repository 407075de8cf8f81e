import Addressing
import Observations
import Testing

@testable import Scanning

@Suite("Limits of networks")
struct RateLimitsTests {
    private static let second: Int64 = 1_000_000_000

    private static func limit(_ number: UInt32, _ rate: Int) -> RateLimit {
        RateLimit(prefix: IPPrefix(containing: IPAddress(v4: number << 16), length: 16), rate: rate)
    }

    /// When tries of each group were sent, of 400 targets a group.
    private func sends(_ groups: [[RateLimit]], rate: Int) -> [[Int64]] {
        let settings = ScanSettings(rate: rate, attempts: 1, attemptLimit: 1)
        var table = ProbeTable(settings: settings, laneCount: 1, groups: groups)
        for group in groups.indices {
            for number in 0..<400 as Range<UInt32> {
                let address = IPAddress(v4: UInt32(group) << 16 | number)
                table.add(address, group: group, probes: [LanedProbe(name: .icmp, lane: 0)])
            }
        }
        var sent = Array(repeating: [Int64](), count: groups.count)
        var now: Int64 = 0
        while true {
            switch table.next(now: now) {
            case .finished: return sent
            case .abandon: break
            case .wait(let until): now = until
            case .send(let attempt):
                sent[Int(attempt.target.bits >> 16)].append(now)
                table.record(.sent, of: attempt, now: now)
            }
        }
    }

    private func busiestSecond(_ moments: [Int64]) -> Int {
        moments.indices.map { index in moments[index...].prefix { $0 < moments[index] + Self.second }.count }.max() ?? 0
    }

    @Test("a network is probed no faster than its limit, while another goes on at the run's rate")
    func own() {
        let sent = sends([[Self.limit(1, 50)], []], rate: 1000)
        #expect(busiestSecond(sent[0]) <= 52)
        #expect(sent[1].last.map { $0 < Self.second } == true)
        #expect(sent.map(\.count) == [400, 400])
    }

    @Test("networks share the limit of the container around them")
    func shared() {
        let sent = sends([[Self.limit(1, 100)], [Self.limit(1, 100)]], rate: 1000)
        #expect(busiestSecond(sent.flatMap(\.self).sorted()) <= 105)
    }

    @Test("a limit inside another keeps to both")
    func nested() {
        let outer = Self.limit(9, 100)
        let sent = sends([[outer, Self.limit(1, 20)], [outer]], rate: 1000)
        #expect(busiestSecond(sent[0]) <= 21)
        #expect(busiestSecond(sent.flatMap(\.self).sorted()) <= 105)
    }

    @Test("a limit above the run's rate changes nothing")
    func higher() {
        #expect(busiestSecond(sends([[Self.limit(1, 5000)]], rate: 100)[0]) <= 105)
    }
}
