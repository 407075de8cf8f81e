import Addressing
import Chronology
import Foundation
import GRDB
import Observations
import Storage
import TestSupport
import Testing

@Suite("A sweep in which hardly anybody answers")
struct StretchTests {
    /// 192.0.2.0 to .255, all silent but some.
    private func sweep(endedAt end: Int64, alive: Set<UInt8> = [], vantage: String = "lon1") -> ScanResult {
        result(
            vantage: vantage, endedAt: end,
            (UInt8.min...UInt8.max).map {
                Observation(
                    address: address($0), verdict: alive.contains($0) ? .alive : .silent, at: moment(end),
                    evidence: [ProbeEvidence(probe: "icmp", outcome: "no answer to 3 probes")])
            })
    }

    private func rows(_ table: String, in path: String) throws -> Int {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }

    @Test("takes one row for all neighbours of whom the same is known")
    func size() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            let cache = try Cache.open(at: path, now: moment(0)).cache
            try cache.record(sweep(endedAt: 10, alive: [9]))
            #expect(try rows("stretch", in: path) == 2)
            #expect(try rows("address", in: path) == 1)
            #expect(try cache.status().addresses == 256)
            try cache.record(sweep(endedAt: 20, alive: [9]))
            #expect(try rows("stretch", in: path) == 2)
        }
    }

    @Test("the silence of each address lasts since its first silence, whatever its neighbours do")
    func neighbours() throws {
        let cache = try Cache.inMemory()
        try cache.record(sweep(endedAt: 10))
        try cache.record(sweep(endedAt: 20, alive: [7]))
        try cache.record(result(endedAt: 30, [Observation(address: address(8), verdict: .unreachable, at: moment(30))]))
        let known = try cache.networkState().addresses
        #expect(known.map(\.latest.address) == (UInt8.min...UInt8.max).map(address))
        #expect(known[6].silentSince == moment(10) && known[6].latest.at == moment(20))
        #expect(known[7].firstSeen == moment(20) && known[7].silentSince == nil)
        #expect(known[8].latest.verdict == .unreachable && known[8].silentSince == moment(10))
        #expect(known[9].latest.at == moment(20))
    }

    @Test("one address of a stretch can be forgotten")
    func forgetting() throws {
        let cache = try Cache.inMemory()
        try cache.record(sweep(endedAt: 10, alive: [3]))
        let known = try cache.networkState().addresses
        try cache.forget([known[0], known[3], known[100], known[255]], leases: [], scans: [])
        let gone: Set<UInt8> = [0, 3, 100, 255]
        #expect(
            try cache.networkState().addresses.map(\.latest.address)
                == (UInt8.min...UInt8.max).filter { !gone.contains($0) }.map(address))
    }

    @Test("merged caches know what one that had heard both would know", arguments: UInt64(1)...20)
    func merging(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func some() -> Set<UInt8> { Set((0..<5).map { _ in UInt8.random(in: 0...255, using: &random) }) }
        let first = sweep(endedAt: 10, alive: some())
        var second = sweep(endedAt: 20, alive: some())
        second.observations.removeAll { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let (left, right, both) = (try Cache.inMemory(), try Cache.inMemory(), try Cache.inMemory())
        try left.record(first)
        try right.record(second)
        try both.record(first)
        try both.record(second)
        _ = try left.merge(right)
        // Two caches cannot know that one silence went on; when each address was heard and seen they can.
        func facts(_ cache: Cache) throws -> [Observation] { try cache.networkState().addresses.map(\.latest) }
        #expect(try facts(left) == facts(both))
        #expect(try left.merge(right).addresses == 0)
        #expect(try left.integrityProblems() == [])
    }

    @Test("a damaged row that speaks of more addresses than a stretch can have is refused")
    func damage() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            let cache = try Cache.open(at: path, now: moment(0)).cache
            try cache.record(sweep(endedAt: 10))
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE stretch SET first = x'0400000000', last = x'04ffffffff'")
            }
            #expect(throws: CacheError.self) { try cache.networkState() }
        }
    }
}
