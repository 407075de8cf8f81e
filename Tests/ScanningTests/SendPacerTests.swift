import Testing

@testable import Scanning

@Suite("Pacing")
struct SendPacerTests {
    private static let second: Int64 = 1_000_000_000

    /// The moments at which a greedy sender sends that looks at the clock at the given moments.
    private func sends(rate: Int, clock: some Sequence<Int64>) -> [Int64] {
        var pacer = SendPacer(rate: rate)
        var sent: [Int64] = []
        for now in clock {
            while pacer.readyAt <= now {
                pacer.take(now: now)
                sent.append(now)
            }
        }
        return sent
    }

    /// The most sends within any window of a second.
    private func busiestSecond(_ sends: [Int64]) -> Int {
        var first = 0
        var most = 0
        for (last, moment) in sends.enumerated() {
            while sends[first] <= moment - Self.second { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }

    @Test("never exceeds the rate by more than 5 % in any second", arguments: [100, 1_000, 7_777, 10_000])
    func bound(rate: Int) {
        let sent = sends(rate: rate, clock: stride(from: 0, through: 3 * Self.second, by: 250_000))
        #expect(busiestSecond(sent) <= rate + rate / 20)
    }

    @Test("comes within 1 % of the rate over time", arguments: [100, 1_000, 10_000])
    func throughput(rate: Int) {
        let sent = sends(rate: rate, clock: stride(from: 0, through: 10 * Self.second, by: 250_000))
        #expect(sent.count >= rate * 10 * 99 / 100)
    }

    @Test("does not make up for a stall", arguments: [1, 10, 1_000, 10_000])
    func stall(rate: Int) {
        let before = stride(from: 0, to: Self.second, by: 1_000_000).map { Int64($0) }
        let after = stride(from: 9 * Self.second, to: 11 * Self.second, by: 1_000_000).map { Int64($0) }
        #expect(busiestSecond(sends(rate: rate, clock: before + after)) <= max(rate + rate / 20, rate + 1))
    }

    @Test("sends one probe a second at rate 1")
    func slowest() {
        let sent = sends(rate: 1, clock: stride(from: 0, to: 5 * Self.second, by: 1_000_000))
        #expect(sent == [0, 1, 2, 3, 4].map { $0 * Self.second })
    }
}
