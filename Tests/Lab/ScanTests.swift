import Addressing
import Observations
import Testing

extension LabTests {
    /// `ipam scan` itself, inside a namespace.
    @Suite struct ScanTests {
        private static let topology = LabTopology(
            name: "scan",
            hosts: [
                .init("web", "192.0.2.2", mac: "02:00:5e:20:00:02"),
                .init("db", "192.0.2.3", mac: "02:00:5e:20:00:03", .dropsICMP),
                .init("hidden", "192.0.2.4", mac: "02:00:5e:20:00:04", .silent),
                .init("fenced", "192.0.2.5", mac: "02:00:5e:20:00:05"),
                .init("stray", "192.0.2.6", mac: "02:00:5e:20:00:06"),
                .init("router", "192.0.2.14", mac: "02:00:5e:20:00:0e", .routesNowhere(["198.51.100.0/28"])),
            ],
            blocked: ["192.0.2.5"]
        )
        // Of the far prefix only two addresses: for unreachable routes the kernel sends about five ICMP errors to one
        // host, then one a second, and what gets no error is silent.
        private static let inventory = """
            settings: {scan: {probes: [icmp, tcp/22]}, drift: {missing_after: 1h, stale_after: 7d}}
            subnets:
              - {prefix: 192.0.2.0/28, name: near}
              - {prefix: 198.51.100.0/30, name: far}
            devices:
              - {name: scanner, interfaces: [{name: eth0, addresses: [192.0.2.1]}]}
              - {name: web, interfaces: [{name: eth0, addresses: [192.0.2.2]}]}
              - {name: db, interfaces: [{name: eth0, addresses: [192.0.2.3]}]}
              - {name: hidden, interfaces: [{name: eth0, addresses: [192.0.2.4]}]}
              - {name: fenced, interfaces: [{name: eth0, addresses: [192.0.2.5]}]}
              - {name: router, interfaces: [{name: eth0, addresses: [192.0.2.14]}]}
              - {name: remote, interfaces: [{name: eth0, addresses: [198.51.100.2]}]}
            """

        @Test("each host gets the verdict that its behaviour deserves")
        func verdicts() throws {
            let project = try LabProject(inventory: Self.inventory)
            try LabNetwork.with(Self.topology) { network in
                _ = try network.inScanner(project.command(["scan", "--vantage", "lab"]))
            }
            let states = try project.states()
            func verdict(_ address: String) -> Verdict? { states[address]?.latest.verdict }
            func evidence(_ address: String) -> String { "\(states[address]?.latest.evidence ?? [])" }
            #expect(verdict("192.0.2.1") == .alive)
            #expect(verdict("192.0.2.2") == .alive)
            #expect(verdict("192.0.2.3") == .alive)
            #expect(evidence("192.0.2.3").contains("tcp/22"))
            #expect(verdict("192.0.2.4") == .silent, "\(evidence("192.0.2.4"))")
            #expect(verdict("192.0.2.5") == .unknown)
            #expect(evidence("192.0.2.5").contains("EPERM"), "\(evidence("192.0.2.5"))")
            #expect(verdict("198.51.100.2") == .unreachable, "\(evidence("198.51.100.2"))")
            let responders = states["198.51.100.2"]?.latest.evidence.compactMap { $0.responder?.description } ?? []
            #expect(responders.contains("192.0.2.14"))

            let drift = try project.drift()
            #expect(drift.subjects(of: "unclaimed-address") == ["192.0.2.6"])
            #expect(drift.subjects(of: "missing-device") == [])
            #expect(!drift.subjects(of: "never-seen").contains("192.0.2.5"))
        }

        @Test("a link that is down leaves everything unknown")
        func linkDown() throws {
            let project = try LabProject(inventory: Self.inventory)
            try LabNetwork.with(Self.topology) { network in
                try network.unplug(LabNetwork.scannerName)
                _ = try network.inScanner(project.command(["scan", "near", "--vantage", "lab"]))
            }
            var verdicts = try project.states().mapValues(\.latest.verdict)
            // The scanner's own address answers through the loopback link whatever becomes of the wire.
            #expect(verdicts.removeValue(forKey: "192.0.2.1") == .alive)
            #expect(verdicts.count == 13)
            #expect(Set(verdicts.values) == [.unknown])
        }

        @Test("a device that went away is missing after a whole scan")
        func goneAway() throws {
            #expect(try missing(rate: 1000, interruptAfter: nil).addresses == ["192.0.2.2"])
        }

        @Test("a scan that is broken off makes no device missing")
        func brokenOff() throws {
            let outcome = try missing(rate: 10, interruptAfter: 2)
            #expect(outcome.addresses == [])
            #expect(outcome.scan.status == 130)
            #expect(outcome.scan.output.contains("incomplete"))
        }

        @Test("a scan that is broken off keeps what it saw")
        func kept() throws {
            let project = try LabProject(inventory: Self.inventory)
            try LabNetwork.with(Self.topology) { network in
                let command = project.command(["scan", "near", "--vantage", "lab", "--rate", "10"])
                _ = try network.inScanner(command, interruptAfter: 2)
            }
            let verdicts = try project.states().values.map(\.latest.verdict)
            #expect(verdicts.contains(.alive))
            #expect(verdicts.contains(.unknown))
            #expect(!verdicts.contains(.silent))
        }

        /// What is missing a day after web went away between two scans, the second at `rate` and perhaps broken off.
        private func missing(
            rate: Int, interruptAfter seconds: Double?
        ) throws -> (addresses: [String], scan: Tool.Outcome) {
            let project = try LabProject(inventory: Self.inventory)
            var topology = Self.topology
            // An address that cannot be probed would already keep the scan from proving anything.
            topology.blocked = []
            let outcome = try LabNetwork.with(topology) { network in
                let scan = ["scan", "near", "--vantage", "lab", "--rate"]
                _ = try network.inScanner(project.command(scan + ["1000"]))
                try network.unplug("web")
                return try network.inScanner(project.command(scan + ["\(rate)"]), interruptAfter: seconds)
            }
            return (try project.drift(inHours: 24).subjects(of: "missing-device"), outcome)
        }
    }
}
