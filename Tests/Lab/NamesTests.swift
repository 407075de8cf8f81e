import Foundation
import Observations
import TestSupport
import Testing

extension LabTests {
    /// What a real name server calls living hosts.
    @Suite(.enabled(if: Program.areWanted("named", "dig"), "not installed: .ci/install"))
    struct NamesTests {
        @Test("a host with more names than a datagram holds has the first of them all")
        func manyNames() throws {
            let project = try LabProject(
                inventory: """
                    settings: {dns: {resolver: 127.0.0.1}, scan: {probes: [icmp]}}
                    subnets: [{prefix: 192.0.2.0/29, name: lan}]

                    """)
            let topology = LabTopology(
                name: "names", hosts: [.init("web", "192.0.2.2", mac: "02:00:5e:20:00:02")])
            let scratch = try TemporaryDirectory()
            try LabNetwork.with(topology) { network in
                let many = (10..<90).map { (key: 2, value: "host\($0).with-a-long-name.lab.test") }
                let server = try LabNames(
                    many + [(key: 1, value: "scanner.lab.test")], in: network, directory: scratch.path)
                defer { server.stop() }
                _ = try network.inScanner(project.command(["scan", "--vantage", "lab"]))
            }
            let states = try project.states()
            #expect(states["192.0.2.1"]?.latest.name == "scanner.lab.test")
            let web = states["192.0.2.2"]?.latest
            #expect(web?.name == "host10.with-a-long-name.lab.test", "\(web?.evidence ?? [])")
        }
    }
}
