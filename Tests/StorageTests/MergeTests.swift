import Addressing
import Chronology
import Observations
import Storage
import Testing

@Suite("Caches of several vantage points")
struct MergeTests {
    private func seen(
        _ octet: UInt8, _ verdict: Verdict, at time: Int64, from vantage: String, mac: UInt64? = nil,
        services: [ObservedService] = []
    ) -> ScanResult {
        result(
            vantage: vantage, endedAt: time,
            [
                Observation(
                    address: address(octet), verdict: verdict, at: moment(time), mac: mac.map { MACAddress(bits: $0) },
                    services: services)
            ])
    }

    private func cache(_ results: ScanResult...) throws -> Cache {
        let cache = try Cache.inMemory()
        for result in results { try cache.record(result) }
        return cache
    }

    @Test("what two vantage points know stands side by side")
    func sideBySide() throws {
        let here = try cache(seen(1, .alive, at: 5, from: "lon1"))
        let there = try cache(seen(1, .silent, at: 6, from: "ams1"), seen(2, .alive, at: 7, from: "ams1", mac: 9))
        let merge = try here.merge(there)
        #expect([merge.runs, merge.addresses] == [2, 2])
        let state = try here.networkState()
        #expect(
            state.addresses.map { "\($0.latest.address) \($0.vantage) \($0.latest.verdict)" } == [
                "192.0.2.1 ams1 silent", "192.0.2.1 lon1 alive", "192.0.2.2 ams1 alive",
            ])
        #expect(try here.history(of: address(2), vrf: "default") == there.history(of: address(2), vrf: "default"))
        #expect(try here.integrityProblems() == [])
    }

    @Test("to merge a cache again changes nothing")
    func again() throws {
        let here = try cache(seen(1, .alive, at: 5, from: "lon1"))
        let service = ObservedService(port: "tcp/22", state: "open", product: "OpenSSH")
        let there = try cache(seen(2, .alive, at: 7, from: "ams1", services: [service]))
        _ = try here.merge(there)
        let before = try (here.networkState(), here.status().runs, here.status().changes)
        let merge = try here.merge(there)
        #expect([merge.runs, merge.addresses, merge.changes, merge.leases] == [0, 0, 0, 0])
        let after = try (here.networkState(), here.status().runs, here.status().changes)
        #expect(before.0 == after.0 && before.1 == after.1 && before.2 == after.2)
    }

    @Test("the order in which caches are merged makes no difference to what is known")
    func order() throws {
        let caches = [
            try cache(seen(1, .alive, at: 5, from: "lon1", mac: 7), seen(1, .silent, at: 9, from: "lon1")),
            try cache(seen(1, .alive, at: 3, from: "lon1"), seen(1, .alive, at: 8, from: "lon1", mac: 9)),
            try cache(seen(1, .unknown, at: 20, from: "lon1"), seen(3, .unreachable, at: 4, from: "ams1")),
        ]
        func merged(_ order: [Int]) throws -> [AddressState] {
            let target = try Cache.inMemory()
            for index in order { _ = try target.merge(caches[index]) }
            return try target.networkState().addresses
        }
        let expected = try merged([0, 1, 2])
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(try merged(order) == expected)
        }
        let first = try #require(expected.last { $0.latest.address == address(1) })
        #expect(first.latest.verdict == .silent)
        #expect([first.firstSeen, first.lastSeen, first.silentSince] == [moment(3), moment(8), moment(9)])
    }

    @Test("a name that a DNS server took away stays away, and one that came after that holds")
    func clearedNames() throws {
        func named(_ name: String?, at time: Int64, _ verdict: Verdict = .alive) -> ScanResult {
            var observation = Observation(address: address(1), verdict: verdict, at: moment(time), name: name)
            observation.isNameless = name == nil && verdict == .alive
            if observation.isNameless { observation.evidence.append(ProbeEvidence(probe: "ptr", outcome: "no name")) }
            return result(endedAt: time, [observation])
        }
        let old = { try cache(named("a.example.net", at: 5)) }
        let cleared = { try cache(named("a.example.net", at: 4), named(nil, at: 9)) }
        let late = { try cache(named("a.example.net", at: 3), named(nil, at: 6, .silent), named(nil, at: 12, .silent)) }
        let never = { try cache(named(nil, at: 8)) }
        let renamed = { try cache(named("b.example.net", at: 11)) }
        func name(_ caches: [Cache]) throws -> String? {
            let target = try Cache.inMemory()
            for cache in caches { _ = try target.merge(cache) }
            for cache in caches { #expect(try target.merge(cache).addresses == 0) }
            return try target.networkState().addresses.first?.latest.name
        }
        for pair in [[old, cleared], [late, cleared], [old, never]] {
            #expect(try name(pair.map { try $0() }) == nil)
            #expect(try name(pair.reversed().map { try $0() }) == nil)
        }
        #expect(try name([cleared(), renamed()]) == "b.example.net")
        #expect(try name([renamed(), cleared()]) == "b.example.net")
        #expect(try name([old(), renamed()]) == "b.example.net")
    }

    @Test("of a server's leases the newer list holds")
    func leases() throws {
        func file(_ octets: [UInt8], at time: Int64) -> ScanResult {
            let run = ScanRun(
                vantage: "dhcp1", tool: "dnsmasq", started: moment(time), ended: moment(time), state: .complete)
            let leases = octets.map {
                DHCPLease(
                    address: address($0), vantage: "dhcp1", tool: "dnsmasq", expires: moment(3600), at: moment(time))
            }
            return ScanResult(run: run, observations: [], leases: leases)
        }
        let here = try cache(file([1, 2], at: 5))
        _ = try here.merge(try cache(file([2, 3], at: 7)))
        #expect(try here.networkState().leases.map(\.address) == [address(2), address(3)])
        _ = try here.merge(try cache(file([9], at: 6)))
        #expect(try here.networkState().leases.map(\.address) == [address(2), address(3)])
    }

    @Test("what is forgotten is gone, and the history of it stays")
    func forgetting() throws {
        let coverage = SubnetCoverage(prefix: IPPrefix(containing: address(0), length: 24), targets: 1, verdicts: [:])
        let cache = try cache(
            seen(1, .alive, at: 5, from: "lon1"), seen(2, .alive, at: 6, from: "lon1"),
            result(endedAt: 7, coverage: [coverage]))
        let status = try cache.status()
        try cache.forget([try cache.networkState().addresses[0]], leases: [], scans: status.subnets)
        #expect(try cache.networkState().addresses.map(\.latest.address) == [address(2)])
        #expect(try cache.networkState().runs == [])
        #expect(try cache.history(of: address(1), vrf: "default").count == 1)
        #expect(try cache.integrityProblems() == [])
    }
}
