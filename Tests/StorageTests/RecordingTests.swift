import Addressing
import Chronology
import Observations
import Storage
import Testing

@Suite("Recording what a run saw")
struct RecordingTests {
    private let mac = MACAddress(bits: 0x0200_5E10_0001)

    private func state(after results: [ScanResult]) throws -> AddressState {
        let cache = try Cache.inMemory()
        for result in results { try cache.record(result) }
        return try #require(try cache.networkState().addresses.first)
    }

    private func seen(_ verdict: Verdict, at time: Int64, mac: MACAddress? = nil, name: String? = nil) -> ScanResult {
        result(
            endedAt: time, [Observation(address: address(1), verdict: verdict, at: moment(time), mac: mac, name: name)])
    }

    @Test("everything about an observation comes back", arguments: Place.allCases)
    func roundTrip(_ place: Place) throws {
        let observation = Observation(
            vrf: "lab", address: IPAddress(v6: 0x2001_0DB8 << 96 | 1), verdict: .alive, at: moment(5),
            evidence: [
                ProbeEvidence(probe: "icmp", outcome: "host unreachable", responder: address(254)),
                ProbeEvidence(probe: "tcp/22", outcome: "refused \"\u{1b}[31m\" ünï"),
            ],
            mac: mac, name: "db1.example.net", roundTrip: 1234,
            services: [
                ObservedService(port: "tcp/22", state: "open", product: "OpenSSH 9.2"),
                ObservedService(port: "udp/53", state: "open|filtered"),
            ])
        try place.withCache { cache in
            try cache.record(result(endedAt: 5, [observation]))
            let known = try #require(try cache.networkState().addresses.first)
            #expect(known.latest == observation)
            #expect(known.vantage == "lon1")
            #expect([known.firstSeen, known.lastSeen, known.silentSince] == [moment(5), moment(5), nil])
        }
    }

    @Test("unknown never replaces an earlier verdict")
    func unknownKeepsVerdict() throws {
        let known = try state(after: [seen(.alive, at: 1), seen(.unknown, at: 2)])
        #expect(known.latest.verdict == .alive)
        #expect(known.latest.at == moment(1))
    }

    @Test("an address that never was anything else is stored as unknown")
    func unknownIsStored() throws {
        let known = try state(after: [seen(.unknown, at: 1), seen(.unknown, at: 2)])
        #expect(known.latest.verdict == .unknown)
        #expect(known.latest.at == moment(2))
        #expect([known.firstSeen, known.lastSeen, known.silentSince] == [nil, nil, nil])
    }

    @Test("silence begins with the first silent verdict and ends with a sign of life")
    func silentSince() throws {
        let runs = [seen(.alive, at: 1), seen(.silent, at: 2), seen(.unreachable, at: 3), seen(.unknown, at: 4)]
        #expect(try state(after: runs).silentSince == moment(2))
        #expect(try state(after: runs + [seen(.alive, at: 5)]).silentSince == nil)
    }

    @Test("a run with an older clock neither moves the last sighting back nor replaces the verdict")
    func olderClock() throws {
        let known = try state(after: [seen(.alive, at: 9), seen(.silent, at: 4), seen(.alive, at: 3)])
        #expect(known.latest.verdict == .alive)
        #expect([known.firstSeen, known.lastSeen, known.silentSince] == [moment(9), moment(9), nil])
    }

    @Test("a sighting taken in late still counts as a sighting")
    func lateSighting() throws {
        let known = try state(after: [seen(.silent, at: 9), seen(.alive, at: 3)])
        #expect(known.latest.verdict == .silent)
        #expect([known.firstSeen, known.lastSeen, known.silentSince] == [moment(3), moment(3), moment(9)])
    }

    @Test("hardware address and name last until others are seen")
    func identityLasts() throws {
        let runs = [seen(.alive, at: 1, mac: mac, name: "db1"), seen(.alive, at: 2), seen(.silent, at: 3)]
        let known = try state(after: runs)
        #expect(known.latest.mac == mac)
        #expect(known.latest.name == "db1")
        let other = MACAddress(bits: 0x0200_5E10_0002)
        #expect(try state(after: runs + [seen(.alive, at: 4, mac: other)]).latest.mac == other)
    }

    @Test("services last per port until the port is probed again")
    func servicesLast() throws {
        func seen(_ services: [ObservedService], at time: Int64) -> ScanResult {
            result(
                endedAt: time,
                [Observation(address: address(1), verdict: .alive, at: moment(time), services: services)])
        }
        let ssh = ObservedService(port: "tcp/22", state: "open", product: "OpenSSH 9.2")
        let web = ObservedService(port: "tcp/80", state: "open")
        let shut = ObservedService(port: "tcp/80", state: "closed")
        let known = try state(after: [seen([web, ssh], at: 1), seen([shut], at: 2), seen([], at: 3)])
        #expect(known.latest.services == [ssh, shut])
    }

    @Test("vantage points and VRFs do not share what they know")
    func separateKnowledge() throws {
        let cache = try Cache.inMemory()
        let here = Observation(address: address(1), verdict: .alive, at: moment(1))
        var lab = here
        lab.vrf = "lab"
        lab.verdict = .silent
        try cache.record(result(vantage: "lon1", endedAt: 1, [here, lab]))
        lab.verdict = .unreachable
        try cache.record(result(vantage: "ams1", endedAt: 2, [lab]))
        let known = try cache.networkState().addresses.map { "\($0.latest.vrf) \($0.vantage) \($0.latest.verdict)" }
        #expect(known == ["default lon1 alive", "lab ams1 unreachable", "lab lon1 silent"])
    }

    @Test("a text with NULs is stored without them")
    func nulInText() throws {
        #expect(try state(after: [seen(.alive, at: 1, name: "a\0b\0")]).latest.name == "ab")
    }

    @Test("the history has an entry for each thing that changed, and none for what stayed")
    func history() throws {
        let cache = try Cache.inMemory()
        let runs = [
            seen(.silent, at: 1), seen(.alive, at: 2, mac: mac, name: "db1"), seen(.alive, at: 3, mac: mac),
            seen(.unknown, at: 4), seen(.silent, at: 5), seen(.alive, at: 4, name: "late"),
        ]
        for run in runs { try cache.record(run) }
        let history = try cache.history(of: address(1), vrf: "default").map {
            "\($0.at.since(moment(0))) \($0.vantage) \($0.tool) \($0.field): \($0.before ?? "-") > \($0.after ?? "-")"
        }
        #expect(
            history == [
                "2s lon1 ipam verdict: silent > alive",
                "2s lon1 ipam mac: - > 02:00:5e:10:00:01",
                "2s lon1 ipam name: - > db1",
                "5s lon1 ipam verdict: alive > silent",
            ])
    }
}
