import Addressing
import Chronology
import Observations
import Storage
import TestSupport
import Testing

@Suite("Recording agrees with a simple model")
struct RecordingPropertyTests {
    @Test("after every one of 40 random results", arguments: Place.allCases, UInt64(1)...6)
    func agreement(_ place: Place, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        try place.withCache { cache in
            var model = RecordingModel()
            for step in 0..<40 {
                let result = anyResult(&random)
                try cache.record(result)
                model.record(result)
                try #require(try cache.networkState().addresses == model.addresses, "seed \(seed), step \(step)")
            }
            #expect(try cache.integrityProblems() == [])
        }
    }

    private func anyResult(_ random: inout SeededGenerator) -> ScanResult {
        let vantage = ["ams1", "lon1"].randomElement(using: &random) ?? "lon1"
        var observations: [Observation] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) { observations.append(anyObservation(&random)) }
        // As scanners give them: sorted, and each address once; sometimes a file has an address twice.
        observations.sort { ($0.vrf, $0.address) < ($1.vrf, $1.address) }
        return result(vantage: vantage, endedAt: 100, observations)
    }

    private func anyObservation(_ random: inout SeededGenerator) -> Observation {
        let addresses = [address(1), address(2), IPAddress(v4: 0x0A00_0001), IPAddress(v6: 0x2001_0DB8 << 96 | 9)]
        let ports = ["tcp/22", "tcp/443", "udp/53"].filter { _ in Bool.random(using: &random) }
        let states = ["open", "closed"]
        var observation = Observation(
            vrf: ["default", "lab"].randomElement(using: &random) ?? "default",
            address: addresses.randomElement(using: &random) ?? address(1),
            verdict: Verdict.allCases.randomElement(using: &random) ?? .unknown,
            at: moment(Int64.random(in: 0...60, using: &random)),
            evidence: [ProbeEvidence(probe: "icmp", outcome: "number \(UInt8.random(in: 0...9, using: &random))")],
            mac: [nil, MACAddress(bits: 1), MACAddress(bits: 2)].randomElement(using: &random) ?? nil,
            name: [nil, "a", "b"].randomElement(using: &random) ?? nil,
            roundTrip: [nil, 10, 20].randomElement(using: &random) ?? nil,
            services: Bool.random(using: &random)
                ? [] : ports.map { ObservedService(port: $0, state: states.randomElement(using: &random) ?? "open") })
        observation.isNameless = observation.name == nil && Int.random(in: 0..<4, using: &random) == 0
        return observation
    }
}
