import Addressing
import Observations
import Testing

extension LabTests {
    /// Probes below IP, on a link with all kinds of stations.
    @Suite struct LinkTests {
        private static let topology = LabTopology(
            name: "link", length: 27, scannerV6: "2001:db8:5::1",
            hosts: [
                .init("web", "192.0.2.2", mac: "02:00:5e:20:00:02", v6: "2001:db8:5::2"),
                .init("shy", "192.0.2.3", mac: "02:00:5e:20:00:03", .onlyARP),
                .init("hidden", "192.0.2.4", mac: "02:00:5e:20:00:04", .silent),
                .init("one", "192.0.2.5", mac: "02:00:5e:20:00:05"),
                .init("other", "192.0.2.5", mac: "02:00:5e:20:00:55"),
                .init("proxy", "192.0.2.6", mac: "02:00:5e:20:00:06", .standsInFor("192.0.2.16/29")),
            ]
        )
        private static let inventory = """
            settings: {scan: {probes: [arp, ndp, icmp, tcp/22]}}
            subnets:
              - {prefix: 192.0.2.0/27, name: near}
              - {prefix: "2001:db8:5::/124", name: near6}
              - {prefix: 198.51.100.0/30, name: far}
            """

        private func scan() throws -> (states: [String: AddressState], said: String) {
            let project = try LabProject(inventory: Self.inventory)
            let outcome = try LabNetwork.with(Self.topology) { network in
                try network.inScanner(project.command(["scan", "--vantage", "lab"]))
            }
            return (try project.states(), outcome.errors)
        }

        @Test("stations are found by their hardware addresses, whatever else they answer")
        func stations() throws {
            let (states, said) = try scan()
            func latest(_ address: String) -> Observation? { states[address]?.latest }
            func evidence(_ address: String) -> String {
                "\(latest(address)?.evidence.map { "\($0.probe): \($0.outcome)" } ?? [])"
            }
            #expect(latest("192.0.2.1")?.verdict == .alive)
            #expect(latest("192.0.2.1")?.mac?.description == "02:00:5e:20:00:01")
            #expect(latest("192.0.2.2")?.mac?.description == "02:00:5e:20:00:02")
            #expect(latest("192.0.2.3")?.verdict == .alive)
            #expect(evidence("192.0.2.3").contains("arp: reply from 02:00:5e:20:00:03"))
            #expect(latest("192.0.2.4")?.verdict == .silent)
            // Two stations with one address are both named.
            #expect(evidence("192.0.2.5").contains("02:00:5e:20:00:05"), "\(evidence("192.0.2.5"))")
            #expect(evidence("192.0.2.5").contains("02:00:5e:20:00:55"), "\(evidence("192.0.2.5"))")
            // A router that answers for others makes them alive, and is told.
            #expect(said.contains("02:00:5e:20:00:06 answers for 9 of"), "\(said)")
            // Behind a router, or with nobody's route, ARP says nothing.
            #expect(evidence("198.51.100.1").contains("arp: not on an attached link"))
            #expect(latest("198.51.100.1")?.verdict == .unknown)

            #expect(latest("2001:db8:5::1")?.verdict == .alive)
            #expect(latest("2001:db8:5::2")?.mac?.description == "02:00:5e:20:00:02")
            #expect(evidence("2001:db8:5::2").contains("ndp: neighbour advertisement"))
            #expect(latest("2001:db8:5::3")?.verdict == .silent)
        }
    }
}
