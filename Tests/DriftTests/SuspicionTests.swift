import Drift
import Findings
import Observations
import Testing

@Suite("When a scan is not believed")
struct SuspicionTests {
    private static let run = "run 192.0.2.0/24 complete -1h\n"
    private static let router = "02:00:5e:00:00:01"

    private func devices(_ hosts: ClosedRange<Int>) -> String {
        let devices = hosts.map {
            "  - {name: h\($0), interfaces: [{name: eth0, mac: \"02:00:5e:10:00:\($0)\", addresses: [192.0.2.\($0)]}]}\n"
        }
        return "subnets: [{prefix: 192.0.2.0/24, gateway: 192.0.2.1}]\ndevices:\n\(devices.joined())"
    }

    @Test("what a proxy answers for is neither in use nor missing")
    func proxied() throws {
        let seen = (10...25).map { "192.0.2.\($0) alive mac=\(Self.router) first=-60d last=-1h" }
        let report = try Network(devices(10...12), seen: Self.run + seen.joined(separator: "\n")).report
        #expect(report.findings.map(\.short) == ["proxy-arp-suspect 192.0.2.0/24"])
        #expect(report.coverage.alive == 0)
    }

    @Test("hosts that answer for themselves are believed beside a proxy")
    func besideProxy() throws {
        let proxied = (100...119).map { "192.0.2.\($0) alive mac=\(Self.router)" }
        let seen = ["192.0.2.10 alive mac=02:00:5e:10:00:10", "192.0.2.77 alive mac=02:00:5e:00:00:77"] + proxied
        #expect(
            try Network(devices(10...10), seen: Self.run + seen.joined(separator: "\n")).findings == [
                "proxy-arp-suspect 192.0.2.0/24", "unclaimed-address 192.0.2.77",
            ])
    }

    @Test("a host with seven addresses of its own is no proxy")
    func severalAddresses() throws {
        let seen = (100...106).map { "192.0.2.\($0) alive mac=\(Self.router)" }
        let found = try Network(devices(10...10), seen: Self.run + seen.joined(separator: "\n")).findings
        #expect(found == (100...106).map { "unclaimed-address 192.0.2.\($0)" })
    }

    private func blackout(silent: ClosedRange<Int>, since: (Int) -> String = { _ in "-8d" }, more: String = "") throws
        -> [String]
    {
        let silent = silent.map { "192.0.2.\($0) silent first=-60d last=-9d since=\(since($0)) at=-1h" }
        return try Network(devices(10...19), seen: Self.run + silent.joined(separator: "\n") + "\n" + more).findings
    }

    @Test("most hosts gone at once are one finding, and none of them missing")
    func blackout() throws {
        #expect(try blackout(silent: 10...19) == ["scan-suspect 192.0.2.0/24"])
    }

    @Test("fewer than half gone at once are missing, each for itself")
    func partial() throws {
        let alive = (15...19).map { "192.0.2.\($0) alive mac=02:00:5e:10:00:\($0)" }.joined(separator: "\n")
        #expect(try blackout(silent: 10...14, more: alive) == (10...14).map { "missing-device 192.0.2.\($0)" })
    }

    @Test("hosts that went one after the other are missing, each for itself")
    func gradual() throws {
        let found = try blackout(silent: 10...19, since: { "-\(180 + $0 * 3)h" })
        #expect(found == (10...19).map { "missing-device 192.0.2.\($0)" })
    }

    @Test("a vantage point that still sees the hosts outweighs one that lost them all")
    func otherVantage() throws {
        let alive = (10...19).map { "192.0.2.\($0) alive mac=02:00:5e:10:00:\($0) vantage=ams1" }
        #expect(try blackout(silent: 10...19, more: alive.joined(separator: "\n")) == ["scan-suspect 192.0.2.0/24"])
    }
}
