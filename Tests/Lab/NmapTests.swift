import Foundation
import Observations
import Testing

extension LabTests {
    /// nmap's own XML, made inside a namespace, seen through `ipam observe` and `ipam drift`.
    @Suite struct NmapTests {
        private static let topology = LabTopology(
            name: "nmap",
            hosts: [
                .init("web", "192.0.2.2", mac: "02:00:5e:20:00:02"),
                .init("db", "192.0.2.3", mac: "02:00:5e:20:00:03", .dropsICMP),
                .init("stray", "192.0.2.4", mac: "02:00:5e:20:00:04"),
            ]
        )
        private static let inventory = """
            subnets: [{prefix: 192.0.2.0/28, name: lab}]
            devices:
              - {name: scanner, interfaces: [{name: eth0, addresses: [192.0.2.1]}]}
              - {name: web, interfaces: [{name: eth0, mac: "02:00:5e:20:00:02", addresses: [192.0.2.2]}]}
              - {name: db, interfaces: [{name: eth0, mac: "02:00:5e:20:00:99", addresses: [192.0.2.3]}]}
              - {name: absent, interfaces: [{name: eth0, addresses: [192.0.2.9]}]}
            """

        /// The XML of one nmap run from the scanner's place.
        private func nmapXML(_ options: [String]) throws -> String {
            try LabNetwork.with(Self.topology) { network in
                let outcome = try network.inScanner(["nmap", "-n"] + options + ["-oX", "-", "192.0.2.0/28"])
                guard outcome.status == 0 else { throw Tool.Failure(description: outcome.errors) }
                return outcome.output
            }
        }

        private func observe(_ xml: String, in project: LabProject) throws -> Int32 {
            try project.ipam(["observe", project.write(xml, to: "nmap.xml"), "--vantage", "lab"]).status
        }

        @Test("a ping scan shows who is unclaimed, who has another MAC, and who never answered")
        func pingScan() throws {
            let project = try LabProject(inventory: Self.inventory)
            #expect(try observe(nmapXML(["-sn", "-v"]), in: project) == 0)
            let drift = try project.drift()
            #expect(drift.subjects(of: "unclaimed-address") == ["192.0.2.4"])
            let stray = drift.evidence(of: "unclaimed-address", on: "192.0.2.4")
            #expect(stray?.probe?.contains("arp") == true)
            #expect(stray?.mac == "02:00:5e:20:00:04")
            #expect(stray?.vantage == "lab")
            #expect(drift.subjects(of: "mac-mismatch") == ["192.0.2.3"])
            #expect(drift.evidence(of: "mac-mismatch", on: "192.0.2.3")?.mac == "02:00:5e:20:00:03")
            #expect(drift.subjects(of: "never-seen") == ["192.0.2.9"])
        }

        @Test("a port scan keeps the ports it found")
        func portScan() throws {
            let project = try LabProject(inventory: Self.inventory)
            #expect(try observe(nmapXML(["-p", "22"]), in: project) == 0)
            let services = try project.states()["192.0.2.2"]?.latest.services
            #expect(services?.map { "\($0.port) \($0.state)" } == ["tcp/22 closed"])
        }

        @Test("a file that breaks off keeps what it saw and proves nobody absent")
        func brokenOff() throws {
            let xml = try nmapXML(["-sn", "-v"])
            let end = try #require(xml.range(of: "192.0.2.4")).lowerBound
            let project = try LabProject(inventory: Self.inventory)
            #expect(try observe(String(xml[..<end]), in: project) == 4)
            #expect(try project.drift().subjects(of: "never-seen") == [])
            #expect(try project.states()["192.0.2.2"]?.latest.verdict == .alive)
        }
    }
}
