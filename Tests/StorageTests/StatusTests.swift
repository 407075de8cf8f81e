import Addressing
import Chronology
import JSONShapes
import Observations
import Storage
import Testing

@Suite("The state of the cache")
struct StatusTests {
    private func filled() throws -> Cache {
        let subnet = SubnetCoverage(
            prefix: try #require(IPPrefix("192.0.2.0/24")), targets: 1, verdicts: [.alive: 1])
        let cache = try Cache.inMemory()
        let seen = Observation(address: address(1), verdict: .alive, at: moment(1))
        try cache.record(result(vantage: "lon1", endedAt: 10, coverage: [subnet], [seen]))
        try cache.record(result(vantage: "lon1", endedAt: 20, state: .incomplete, coverage: [subnet]))
        try cache.record(result(vantage: "ams1", endedAt: 15, state: .incomplete, coverage: [subnet]))
        return cache
    }

    @Test("counts what is stored")
    func counts() throws {
        let status = try filled().status()
        #expect([status.runs, status.addresses, status.changes] == [3, 1, 1])
        #expect(status.size > 0)
        #expect(status.schemaVersion == 3)
        #expect([status.oldestRun, status.newestRun] == [moment(0), moment(20)])
    }

    @Test("names the newest run of each vantage point")
    func vantages() throws {
        let vantages = try filled().status().vantages.map { "\($0.name) \($0.lastRun.since(moment(0))) \($0.state)" }
        #expect(vantages == ["ams1 15s incomplete", "lon1 20s incomplete"])
    }

    @Test("names each subnet's last and last complete scan")
    func subnets() throws {
        let subnets = try filled().status().subnets
        #expect(subnets.map(\.vantage) == ["ams1", "lon1"])
        #expect(subnets.map(\.lastScan) == [moment(15), moment(20)])
        #expect(subnets.map(\.lastCompleteScan) == [nil, moment(10)])
    }

    @Test("of an empty cache has no moments")
    func empty() throws {
        let status = try Cache.inMemory().status()
        #expect([status.oldestRun, status.newestRun] == [nil, nil])
        #expect(status.vantages.isEmpty && status.subnets.isEmpty)
    }

    @Test("prints the moments as text in JSON")
    func json() throws {
        let json = CacheStatus.shape.json(try filled().status())
        #expect(json["newest_run"] == .string("2027-01-15T08:00:20Z"))
    }
}
