import Foundation
import Observations
import Testing

extension LabTests {
    /// What happens to the process that scans, and to its link, while it scans.
    @Suite struct ProcessTests {
        private static let topology = LabTopology(
            name: "process",
            hosts: [
                .init("web", "192.0.2.2", mac: "02:00:5e:20:00:02"),
                .init("db", "192.0.2.3", mac: "02:00:5e:20:00:03", .dropsICMP),
            ]
        )
        private static let inventory = """
            settings: {scan: {probes: [arp, icmp, tcp/22]}}
            subnets: [{prefix: 192.0.2.0/28, name: near}]
            """

        @Test("no thread can do anything to the network any more once the scan has begun")
        func privileges() throws {
            let project = try LabProject(inventory: Self.inventory)
            var states: [String] = []
            try LabNetwork.with(Self.topology) { network in
                let scan = project.command(["scan", "--vantage", "lab", "--rate", "2"])
                _ = try network.inScanner(scan, interruptAfter: 1) { process in
                    let tasks = "/proc/\(process)/task"
                    states = try FileManager.default.contentsOfDirectory(atPath: tasks).map {
                        try String(contentsOfFile: "\(tasks)/\($0)/status", encoding: .utf8)
                    }
                }
            }
            #expect(!states.isEmpty)
            // Only those remain that let a superuser read and write anybody's files: CAP_CHOWN to CAP_FOWNER.
            for state in states {
                for field in ["CapEff", "CapPrm", "CapInh", "CapAmb"] {
                    let set = state.split(separator: "\n").first { $0.hasPrefix(field) }?.split(separator: "\t").last
                    let bits = try #require(set.flatMap { UInt64($0, radix: 16) })
                    #expect(bits & ~0xf == 0, "\(field) \(String(bits, radix: 16))")
                }
                #expect(state.contains("NoNewPrivs:\t1"))
            }
        }

        @Test("a link that goes down in the middle of a scan makes nobody silent who was not asked in full")
        func linkDown() throws {
            let project = try LabProject(inventory: Self.inventory)
            try LabNetwork.with(Self.topology) { network in
                let scan = project.command(["scan", "--vantage", "lab", "--rate", "10"])
                _ = try network.inScanner(scan, interruptAfter: nil) { _ in
                    Thread.sleep(forTimeInterval: 1)
                    try network.unplug(LabNetwork.scannerName)
                }
            }
            let verdicts = try project.states().mapValues(\.latest.verdict)
            #expect(verdicts["192.0.2.2"] == .alive)
            #expect(!verdicts.values.contains(.silent))
        }

        @Test("few descriptors make a scan slower, and not wrong")
        func fewDescriptors() throws {
            let project = try LabProject(
                inventory: Self.inventory.replacing("arp, icmp, tcp/22", with: "tcp/22, tcp/80, tcp/443"))
            let outcome = try LabNetwork.with(Self.topology) { network in
                try network.inScanner(
                    ["prlimit", "--nofile=40"] + project.command(["scan", "--vantage", "lab"]))
            }
            #expect(outcome.status == 0, "\(outcome.errors)")
            let verdicts = try project.states().mapValues(\.latest.verdict)
            #expect(verdicts["192.0.2.2"] == .alive && verdicts["192.0.2.3"] == .alive)
            #expect(verdicts["192.0.2.9"] == .silent)
        }

        @Test("with neither ping sockets nor rights, all is unknown and the remedy is told")
        func withoutRights() throws {
            let project = try LabProject(
                inventory: Self.inventory.replacing("arp, icmp, tcp/22", with: "arp, icmp"))
            let outcome = try LabNetwork.with(Self.topology) { network in
                try network.inScanner(
                    ["setpriv", "--bounding-set", "-net_raw", "--inh-caps", "-net_raw"]
                        + project.command(["scan", "--vantage", "lab"]))
            }
            #expect(outcome.status == 4)
            #expect(outcome.errors.contains("setcap cap_net_raw+ep"))
            #expect(Set(try project.states().values.map(\.latest.verdict)) == [.unknown])
        }
    }
}
