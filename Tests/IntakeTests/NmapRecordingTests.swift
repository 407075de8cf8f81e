import Addressing
import Chronology
import Intake
import Observations
import Testing

@Suite("nmap 7.93's own XML")
struct NmapRecordingTests {
    @Test("an ARP sweep with -v: who answered and who was silent")
    func sweep() throws {
        let result = try taken(try recording("sweep-arp"))
        #expect(
            result.summary.prefix(5) == [
                "192.0.2.0 silent (no-response: down)", "192.0.2.1 alive (localhost-response: up)",
                "192.0.2.2 alive (arp-response: up)", "192.0.2.3 alive (arp-response: up)",
                "192.0.2.4 silent (no-response: down)",
            ])
        #expect(result.observations.count == 16)
        #expect(result.observations.count { $0.verdict == .silent } == 12)
    }

    @Test("an ARP sweep gives hardware address, PTR name and round trip")
    func identity() throws {
        let result = try taken(try recording("sweep-arp"))
        let host = try #require(result.observations.first { $0.address == IPAddress("192.0.2.2") })
        #expect(host.mac == MACAddress("02:00:5e:10:00:02"))
        #expect(host.name == "host2.lon1.example.net")
        #expect(host.roundTrip == 66)
    }

    @Test("the run has nmap's own times and is complete")
    func run() throws {
        let run = try taken(try recording("sweep-arp")).run
        #expect(run.tool == "nmap")
        #expect(run.vantage == "lon1")
        #expect(run.started == Timestamp(seconds: 1_795_387_392))
        #expect(run.ended == Timestamp(seconds: 1_795_387_393))
        #expect(run.state == .complete)
        #expect(run.notices == [])
        #expect(run.coverage == [])
    }

    @Test("ports become services, with the product that -sV found, at the time of their host")
    func ports() throws {
        let host = try #require(try taken(try recording("ports")).observations.last)
        #expect(host.address == IPAddress("192.0.2.5"))
        #expect(host.at == Timestamp(seconds: 1_795_387_397))
        #expect(
            host.services == [
                ObservedService(port: "tcp/22", state: "open", product: "OpenSSH 9.2p1 Debian 2+deb12u3"),
                ObservedService(port: "tcp/80", state: "filtered"),
            ])
    }

    @Test("hosts that nmap merely hints at while it runs are not counted twice")
    func hints() throws {
        #expect(
            try taken(try recording("ports")).observations.map(\.address.description) == ["192.0.2.2", "192.0.2.5"])
    }

    @Test("with -Pn only a port that answered shows that a host is alive")
    func noPing() throws {
        #expect(
            try taken(try recording("no-ping")).summary == [
                "198.51.100.1 alive (tcp/22: syn-ack, tcp/80: reset)", "198.51.100.5 unknown (user-set: up)",
            ])
    }

    @Test("a router's error makes an address unreachable, not silent")
    func routed() throws {
        let summary = try taken(try recording("routed")).summary
        #expect(summary.contains("198.51.100.6 unreachable (time-exceeded: down)"))
        #expect(summary.contains("198.51.100.1 alive (echo-reply: up)"))
        #expect(summary.contains("198.51.100.5 silent (no-response: down)"))
    }

    @Test("UDP ports keep nmap's word for what it cannot tell apart")
    func udp() throws {
        let services = try taken(try recording("udp")).observations.flatMap(\.services)
        #expect(services.map { "\($0.port) \($0.state)" } == ["udp/53 closed", "udp/161 open|filtered"])
    }

    @Test("loopback in both families", arguments: ["loopback-v4", "loopback-v6"])
    func loopback(_ name: String) throws {
        let result = try taken(try recording(name))
        #expect(result.observations.map(\.verdict) == [.alive])
        #expect(result.observations.map(\.address.description) == [name == "loopback-v4" ? "127.0.0.1" : "::1"])
    }

    @Test("a scan stopped with SIGINT is incomplete")
    func interrupted() throws {
        let result = try taken(try recording("interrupted"))
        #expect(result.run.state == .incomplete)
        #expect(result.run.notices.count == 1)
        #expect(result.run.ended == Timestamp(seconds: 1_795_387_402))
        #expect(result.observations == [])
    }

    @Test("a file cut short anywhere is refused or incomplete, and invents nothing")
    func truncated() throws {
        let whole = try recording("sweep-arp")
        let seen = Set(try taken(whole).observations.map { "\($0.address) \($0.verdict)" })
        for length in stride(from: 0, to: whole.count - 1, by: 37) {
            guard let result = try? taken(Array(whole.prefix(length))) else { continue }
            #expect(result.run.state == .incomplete, "\(length) bytes")
            #expect(seen.isSuperset(of: result.observations.map { "\($0.address) \($0.verdict)" }), "\(length) bytes")
        }
    }

    @Test("a file cut short keeps the hosts before the cut")
    func truncatedKeeps() throws {
        let whole = try recording("sweep-arp")
        let result = try taken(Array(whole.prefix(2400)))
        #expect(result.observations.count == 9)
        #expect(result.run.notices.first?.contains("cut short or damaged: line ") == true)
    }
}
