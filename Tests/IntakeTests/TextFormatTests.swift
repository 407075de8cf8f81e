import Addressing
import Chronology
import Intake
import Observations
import TestSupport
import Testing

@Suite("What other tools print")
struct TextFormatTests {
    private func taken(_ text: String) throws(IntakeError) -> ScanResult { try IntakeTests.taken(Array(text.utf8)) }

    @Test("of the kernel's neighbours only what it confirmed is alive")
    func neighbours() throws {
        let result = try taken(
            """
            [{"dst":"192.0.2.1","dev":"eth0","lladdr":"02:00:5e:00:00:01","state":["REACHABLE"]},
             {"dst":"192.0.2.2","dev":"eth0","lladdr":"02:00:5e:00:00:02","state":["STALE"]},
             {"dst":"192.0.2.3","dev":"eth0","state":["FAILED"]},
             {"dst":"192.0.2.4","dev":"eth0","lladdr":"02:00:5e:00:00:04","state":["PERMANENT"]},
             {"dst":"2001:db8::1","dev":"eth0","lladdr":"02:00:5e:00:00:01","router":null,"state":["REACHABLE"]},
             {"dst":"fe80::1","dev":"eth0","lladdr":"02:00:5e:00:00:01","state":["REACHABLE"]},
             {"dst":"ff02::16","dev":"eth0","lladdr":"33:33:00:00:00:16","state":["NOARP"]}]
            """)
        #expect(
            result.summary == [
                "192.0.2.1 alive (neighbour table: reachable)", "192.0.2.2 unknown (neighbour table: stale)",
                "192.0.2.3 unknown (neighbour table: failed)", "2001:db8::1 alive (neighbour table: reachable)",
            ])
        #expect(result.observations.first?.mac == MACAddress("02:00:5e:00:00:01"))
        #expect(result.run.tool == "ip-neigh")
        #expect([result.run.started, result.run.ended] == [made, made])
    }

    @Test("with statistics a stale neighbour was alive when the kernel last had proof")
    func statistics() throws {
        let result = try taken(
            """
            [{"dst":"192.0.2.2","dev":"eth0","lladdr":"02:00:5e:00:00:02","used":9,"confirmed":600,"state":["STALE"]},
             {"dst":"192.0.2.3","dev":"eth0","used":9,"confirmed":99999999999999,"state":["DELAY"]},
             {"dst":"192.0.2.4","dev":"eth0","used":9,"confirmed":-5,"state":["DELAY"]}]
            """)
        #expect(result.observations.map(\.verdict) == [.alive, .unknown, .unknown])
        #expect(result.observations.first?.at == made + .minutes(-10))
    }

    @Test("an empty neighbour table is one")
    func noNeighbours() throws {
        #expect(try taken("[ ]\n").observations == [])
    }

    @Test("arp-scan's second answer from other hardware is a rival")
    func duplicates() throws {
        let result = try taken(
            """
            Interface: eth0, type: EN10MB, MAC: 02:00:5e:00:00:05, IPv4: 192.0.2.5
            Starting arp-scan 1.10.0 with 256 hosts (https://github.com/royhills/arp-scan)
            192.0.2.1\t02:00:5e:00:00:01\tExample Systems
            192.0.2.21\t02:00:5e:10:00:01\t(Unknown: locally administered)
            192.0.2.21\t02:00:5e:10:00:01\t(Unknown: locally administered) (DUP: 2)
            192.0.2.21\t02:00:5e:00:00:99\t(Unknown: locally administered) (DUP: 3)

            4 packets received by filter, 0 packets dropped by kernel
            Ending arp-scan 1.10.0: 256 hosts scanned in 1.965 seconds (130.28 hosts/sec). 3 responded
            """)
        #expect(result.run.state == .complete)
        #expect(result.summary == ["192.0.2.1 alive (arp: reply)", "192.0.2.21 alive (arp: reply)"])
        #expect(result.observations.map(\.rivals) == [[], [try #require(MACAddress("02:00:5e:00:00:99"))]])
    }

    @Test("arp-scan that was stopped is an incomplete run")
    func stopped() throws {
        let result = try taken("Starting arp-scan 1.10.0 with 256 hosts\n192.0.2.1\t02:00:5e:00:00:01\tExample\n")
        #expect(result.run.state == .incomplete)
        #expect(result.observations.count == 1)
    }

    @Test("arp-scan --plain is told by its first line")
    func plain() throws {
        #expect(try taken("192.0.2.1\t02:00:5e:00:00:01\tExample\n").run.tool == "arp-scan")
    }

    @Test("fping says of each address whether it answered")
    func fping() throws {
        let result = try taken(
            """
            ICMP Host Unreachable from 192.0.2.254 for ICMP Echo sent to 192.0.2.8
            192.0.2.7 is alive (0.50 ms)
            192.0.2.8 is unreachable
            192.0.2.9 is alive
            192.0.2.10 (12.3 ms)
            db1 is alive
            """)
        #expect(
            result.summary == [
                "192.0.2.7 alive (icmp: echo reply)", "192.0.2.8 silent (icmp: no answer)",
                "192.0.2.9 alive (icmp: echo reply)", "192.0.2.10 alive (icmp: echo reply)",
            ])
        #expect(result.observations.map(\.roundTrip) == [500, nil, nil, 12300])
        #expect(result.run.notices == [])
    }

    @Test("bare addresses are what fping -a lists, and a notice says so")
    func bare() throws {
        let result = try taken("192.0.2.7\n2001:db8::7\n")
        #expect(result.observations.map(\.verdict) == [.alive, .alive])
        #expect(result.run.notices.first?.contains("not -u") == true)
    }

    @Test("lines of any length are read, and those that are no text left out")
    func longLines() throws {
        let bytes = Array("192.0.2.7 is alive\n".utf8) + [0xFF, 0xFE, 0x0A] + [UInt8](repeating: 0x31, count: 100_000)
        let result = try IntakeTests.taken(bytes + Array("\n192.0.2.8 is alive\r\n".utf8))
        #expect(result.observations.count == 2)
    }

    @Test(
        "flipped bytes never end the process",
        arguments: [
            #"[{"dst":"192.0.2.2","dev":"eth0","lladdr":"02:00:5e:00:00:02","confirmed":60,"state":["STALE"]}]"#,
            "Starting arp-scan 1.10.0\n192.0.2.1\t02:00:5e:00:00:01\tExample\nEnding arp-scan 1.10.0\n",
            "192.0.2.7 is alive (0.50 ms)\n192.0.2.8 is unreachable\n",
        ])
    func flippedBytes(_ text: String) throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            let result = try? IntakeTests.taken(bytes)
            #expect((result?.observations.count ?? 0) <= 2)
        }
    }
}
