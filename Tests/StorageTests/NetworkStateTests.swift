import Addressing
import Chronology
import Observations
import Storage
import Testing

@Suite("Runs that still matter")
struct NetworkStateTests {
    private func coverage(_ prefix: String, alive: Int = 2, unknown: Int = 0) throws -> SubnetCoverage {
        let verdicts = [Verdict.alive: alive, .unknown: unknown].filter { $0.value > 0 }
        return SubnetCoverage(prefix: try #require(IPPrefix(prefix)), targets: alive + unknown, verdicts: verdicts)
    }

    private func ends(_ results: [ScanResult]) throws -> [Int64] {
        let cache = try Cache.inMemory()
        for result in results { try cache.record(result) }
        return try cache.networkState().runs.map { $0.ended.since(moment(0)).seconds }
    }

    @Test("the latest run of a subnet and its latest complete one are kept, newest first")
    func latestAndComplete() throws {
        let subnet = try coverage("192.0.2.0/24")
        let runs = [
            result(endedAt: 10, coverage: [subnet]), result(endedAt: 20, coverage: [subnet]),
            result(endedAt: 30, state: .incomplete, coverage: [subnet]),
            result(endedAt: 40, state: .incomplete, coverage: [subnet]),
        ]
        #expect(try ends(runs) == [40, 20])
    }

    @Test("the latest run that left nothing unknown is kept")
    func latestFull() throws {
        let runs = [
            result(endedAt: 10, coverage: [try coverage("192.0.2.0/24")]),
            result(endedAt: 20, coverage: [try coverage("192.0.2.0/24", unknown: 3)]),
        ]
        #expect(try ends(runs) == [20, 10])
    }

    @Test("a run taken in late does not count as the latest")
    func lateRun() throws {
        let subnet = try coverage("192.0.2.0/24")
        #expect(try ends([result(endedAt: 20, coverage: [subnet]), result(endedAt: 10, coverage: [subnet])]) == [20])
    }

    @Test("each vantage point and subnet keeps its own latest run")
    func separateLatest() throws {
        let one = try coverage("192.0.2.0/25")
        let other = try coverage("192.0.2.128/25")
        let runs = [
            result(vantage: "ams1", endedAt: 10, coverage: [one]), result(endedAt: 20, coverage: [one]),
            result(endedAt: 30, coverage: [other]),
        ]
        #expect(try ends(runs) == [30, 20, 10])
    }

    @Test("a run comes back as it was recorded", arguments: Place.allCases)
    func roundTrip(_ place: Place) throws {
        var recorded = result(
            endedAt: 10, state: .incomplete,
            coverage: [try coverage("192.0.2.0/24", unknown: 1), try coverage("2001:db8::/64")])
        recorded.run.notices = ["interrupted", "no permission \"here\""]
        try place.withCache { cache in
            try cache.record(recorded)
            #expect(try cache.networkState().runs == [recorded.run])
        }
    }
}
