import Observations
import Testing

extension LabTests {
    /// Networks that lose packets.
    @Suite struct LossTests {
        private static let inventory = """
            settings: {scan: {probes: [icmp], rate: 10000}}
            subnets: [{prefix: 198.51.100.0/24, name: far}]
            """

        @Test("hosts behind a line that loses three packets of ten are found, and the absent asked more often")
        func lossyLine() throws {
            let topology = LabTopology(
                name: "loss",
                hosts: [
                    .init(
                        "line", "192.0.2.2", mac: "02:00:5e:20:00:02", .owns(["198.51.100.0/25"], lossPercent: 30))
                ]
            )
            let project = try LabProject(inventory: Self.inventory)
            try LabNetwork.with(topology) { network in
                try network.discard("198.51.100.128/25", at: "line")
                _ = try network.inScanner(project.command(["scan", "--vantage", "lab"]))
            }
            let states = try project.states()
            let alive = states.values.filter { $0.latest.verdict == .alive }.count
            // 127 hosts; a loss this heavy may hide one even from twelve probes.
            #expect(alive >= 125)
            // Three where nothing gets lost. Half of the tries failing makes it eleven, but 127 hosts are a small sample.
            let tries = states["198.51.100.200"]?.latest.evidence.first?.outcome ?? ""
            #expect((6...12).contains { tries == "no answer to \($0) probes" }, "\(tries)")
        }
    }
}
