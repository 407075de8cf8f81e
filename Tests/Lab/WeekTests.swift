import Foundation
import TestSupport
import Testing

extension LabTests {
    /// A week on a real link: each day something happens, `ipam` scans at noon, and drift is judged an hour later.
    @Suite(.enabled(if: Program.areWanted("named", "dig"), "not installed: .ci/install"))
    struct WeekTests {
        private static let topology = LabTopology(
            name: "week",
            hosts: [
                .init("web", "192.0.2.2", mac: "02:00:5e:20:00:02"), .init("db", "192.0.2.3", mac: "02:00:5e:20:00:03"),
                .init("guest", "192.0.2.5", mac: "02:00:5e:20:00:05"),
            ])
        private static let inventory = """
            settings:
              dns: {resolver: 127.0.0.1}
              scan: {probes: [arp, icmp], rate: 2000}
              drift: {missing_after: 2d}
            subnets:
              - prefix: 192.0.2.0/28
                name: lan
                zone: lab.test
                pools: [{name: leases, range: 192.0.2.8/30, purpose: dhcp}]
            devices:
              - {name: probe, interfaces: [{name: eth0, mac: 02:00:5e:20:00:01, addresses: [192.0.2.1]}]}
              - {name: web, interfaces: [{name: eth0, mac: 02:00:5e:20:00:02, addresses: [192.0.2.2]}]}
              - {name: db, interfaces: [{name: eth0, mac: 02:00:5e:20:00:03, addresses: [192.0.2.3]}]}
            zones: [{name: lab.test}]
            """
        private static let names = [1: "probe.lab.test", 2: "web.lab.test", 3: "db.lab.test"]
        private static let monday = 1_794_830_400

        /// One day: what happens before noon, and what drift then says.
        private struct Day: Sendable {
            let names: [Int: String]
            let lease: String?
            let event: @Sendable (LabNetwork) throws -> Void
            let findings: [String]

            init(
                names: [Int: String] = WeekTests.names, lease: String? = nil, findings: [String],
                _ event: @escaping @Sendable (LabNetwork) throws -> Void = { _ in }
            ) {
                self.names = names
                self.lease = lease
                self.findings = findings
                self.event = event
            }
        }

        private static let week = [
            Day(findings: []) { try $0.unplug("guest") },
            Day(findings: ["unclaimed-address 192.0.2.5 02:00:5e:20:00:05"]) { try $0.plug("guest") },
            Day(findings: ["mac-mismatch 192.0.2.3 02:00:5e:20:00:99"]) {
                try $0.unplug("guest")
                try $0.replace("db", by: "02:00:5e:20:00:99")
            },
            Day(lease: "192.0.2.6,02:00:5e:20:00:66", findings: ["rogue-dhcp-lease 192.0.2.6 02:00:5e:20:00:66"]) {
                try $0.replace("db", by: "02:00:5e:20:00:03")
            },
            Day(
                names: names.merging([2: "old.lab.test"]) { $1 },
                findings: ["name-mismatch 192.0.2.2 02:00:5e:20:00:02"]),
            Day(findings: []) { try $0.unplug("web") },
            Day(findings: ["missing-device 192.0.2.2 02:00:5e:20:00:02"]),
            Day(findings: []) { try $0.plug("web") },
        ]

        @Test("each day brings the findings that what happened deserves, and no others")
        func week() throws {
            let project = try LabProject(inventory: Self.inventory)
            let scratch = try TemporaryDirectory()
            try LabNetwork.with(Self.topology) { network in
                for (number, day) in Self.week.enumerated() {
                    let noon = Self.monday + number * 86_400
                    try day.event(network)
                    let server = try LabNames(day.names, in: network, directory: scratch.path)
                    let scan = try network.inScanner(
                        project.command(["scan", "--vantage", "lab", "--now", Self.time(noon)]))
                    server.stop()
                    #expect(scan.status == 0, "day \(number + 1): \(scan.errors)")
                    if let lease = day.lease { try Self.observe(lease, at: noon, in: project) }
                    let found = try project.drift(at: Self.time(noon + 3600)).map {
                        "\($0.rule) \($0.subject.id) \($0.evidence?.mac ?? "-")"
                    }
                    #expect(found.sorted() == day.findings, "day \(number + 1)")
                }
            }
        }

        /// Takes in what the DHCP server has handed out: one lease until midnight.
        private static func observe(_ lease: String, at noon: Int, in project: LabProject) throws {
            let head =
                "address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id\n"
            let file = try project.write(
                head + "\(lease),,43200,\(noon + 43_200),1,0,0,,0,,0\n", to: "leases4.csv")
            let outcome = try project.ipam(
                ["observe", "--vantage", "dhcp", "--at", time(noon), "--now", time(noon + 1800), file])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }

        private static func time(_ seconds: Int) -> String {
            Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        }
    }
}
