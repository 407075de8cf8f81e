import Foundation
import TestSupport
import Testing

extension LabTests {
    /// A network that has grown apart from its inventory, and comes together with it again through a branch.
    @Suite(.enabled(if: Program.areWanted("named", "dig", "git", "python3"), "not installed: .ci/install"))
    struct AdoptionTests {
        private static let topology = LabTopology(
            name: "adopt",
            hosts: [
                // It has the addresses of fifty hosts, and throws away what is for the others behind it.
                .init(
                    "crowd", "192.0.2.2", mac: "02:00:5e:20:00:02",
                    .owns(["192.0.2.64/27", "192.0.2.96/28", "192.0.2.112/31", "192.0.2.114/32"])),
                .init("web", "192.0.2.3", mac: "02:00:5e:20:00:03"),
                .init("gone", "192.0.2.4", mac: "02:00:5e:20:00:04"),
            ])
        private static let inventory = """
            # What we know.
            settings:
              dns: {resolver: 127.0.0.1}
              scan: {rate: 2000}
              drift: {missing_after: 1h}
            subnets:
              - {prefix: 192.0.2.0/28, name: lan, scan: {probes: [arp, icmp]}}
              - {prefix: 192.0.2.64/26, name: crowd, scan: {probes: [icmp, tcp/22]}} # nobody knows who
            devices:
              - {name: probe, interfaces: [{name: eth0, mac: 02:00:5e:20:00:01, addresses: [192.0.2.1]}]}
              - {name: router, interfaces: [{name: eth0, mac: 02:00:5e:20:00:02, addresses: [192.0.2.2]}]}
              - {name: web, interfaces: [{name: eth0, mac: 02:00:5e:20:00:03, addresses: [192.0.2.3]}]} # new card soon
              - {name: gone, interfaces: [{name: eth0, mac: 02:00:5e:20:00:04, addresses: [192.0.2.4]}]}

            """
        private static let crowd = 65..<115
        private static let start = 1_795_348_800

        /// What a server says to whoever connects: a text that attacks whatever prints it.
        private static let banner = "SSH-2.0-\u{1b}[2J\"\n- evil: [*x, !!y {\n"
        private static let server = """
            import socket, sys
            server = socket.create_server(("", 22), backlog=64)
            while True:
                try:
                    with server.accept()[0] as connection:
                        connection.sendall(sys.argv[1].encode())
                except OSError:
                    pass
            """

        /// The names of the crowd, as a zone file has them: every third one attacks whatever prints it.
        private static let names: [Int: String] = {
            let hostile = HostileText.payloads.filter { !$0.isEmpty }
            return Dictionary(
                uniqueKeysWithValues: crowd.map { host in
                    guard host.isMultiple(of: 3) else { return (host, "h\(host).lab.test") }
                    let label = hostile[host % hostile.count].utf8.prefix(60).map { byte in
                        "\\" + String(repeating: "0", count: 3 - "\(byte)".count) + "\(byte)"
                    }
                    return (host, label.joined() + ".lab.test")
                })
        }()

        private static func time(_ minutes: Int) -> String {
            Date(timeIntervalSince1970: Double(start + 60 * minutes)).formatted(.iso8601)
        }

        @Test(
            "fifty hosts, a changed card and a missing device become a branch, which leaves no drift once it is merged")
        func adoption() throws {
            let sandbox = try #require(try GitSandbox())
            let project = try LabProject(inventory: Self.inventory, in: sandbox.directory)
            try sandbox.commit([".gitignore": ".ipam/\n"])
            let scratch = try TemporaryDirectory()
            let environment = GitSandbox.environment.map { "\($0)=\($1)" }.sorted()
            func ipam(_ arguments: String...) throws -> Tool.Outcome {
                try Tool.run(["env"] + environment + project.command(arguments))
            }
            try LabNetwork.with(Self.topology) { network in
                for rest in ["192.0.2.115/32", "192.0.2.116/30", "192.0.2.120/29"] {
                    try network.discard(rest, at: "crowd")
                }
                let names = try LabNames(Self.names, in: network, directory: scratch.path)
                let banners = try network.start(["python3", "-c", Self.server, Self.banner], at: "crowd")
                defer {
                    names.stop()
                    // It inherits a mask that keeps milder signals from it.
                    kill(banners.processIdentifier, SIGKILL)
                    banners.waitUntilExit()
                }
                func scan(at minutes: Int) throws {
                    let scan = try network.inScanner(
                        project.command(["scan", "--vantage", "lab", "--services", "--now", Self.time(minutes)]))
                    #expect(scan.status == 0, "\(scan.errors)")
                }
                try scan(at: 0)
                try network.replace("web", by: "02:00:5e:20:00:99")
                try network.unplug("gone")
                try scan(at: 120)

                let found = try project.drift(at: Self.time(125))
                #expect(found.subjects(of: "unclaimed-address").sorted() == Self.crowd.map { "192.0.2.\($0)" }.sorted())
                #expect(found.subjects(of: "mac-mismatch") == ["192.0.2.3"])
                #expect(found.subjects(of: "missing-device") == ["192.0.2.4"])
                #expect(found.count == 52)

                let adopted = try ipam("adopt", "--commit", "--branch", "adopt", "--now", Self.time(125))
                #expect(adopted.status == 0, "\(adopted.errors)")
                expectSaid(adopted, try sandbox.run("diff", "--unified=0", "main", "adopt"))
                #expect(
                    try sandbox.run("log", "--format=%s", "main..adopt").split(separator: "\n").reversed() == [
                        "Adopt 50 unclaimed hosts", "Adopt 1 changed hardware address", "Adopt 1 missing device",
                    ])
                #expect(try ipam("validate", "--now", Self.time(125)).status == 0)
                try sandbox.run("switch", "-q", "main")
                try sandbox.run("merge", "-q", "adopt")

                try scan(at: 130)
                #expect(try project.drift(at: Self.time(135)).map { "\($0.rule) \($0.subject.id)" } == [])
                #expect(try ipam("drift", "--now", Self.time(135)).status == 0)
            }
        }

        /// Expects that nothing of what the network said is in the inventory but names that hosts may have, and that whoever
        /// adopts is told what was left out.
        private func expectSaid(_ adopted: Tool.Outcome, _ diff: String) {
            let lines = diff.split(separator: "\n").filter { !$0.hasPrefix("+++") && !$0.hasPrefix("---") }
            let removed = lines.filter { $0.hasPrefix("-") }
            #expect(removed.count == 2 && removed.first?.contains("name: web") == true)
            #expect(removed.last?.contains("name: gone") == true)
            let changed = lines.filter { $0.hasPrefix("+  - {name: ") }
            #expect(changed.count == 2 && changed.first?.contains("02:00:5e:20:00:99") == true)
            #expect(changed.last?.contains("status: retired") == true)
            let added = lines.filter { $0.hasPrefix("+") && $0.count > 1 && !$0.hasPrefix("+  - {name: ") }
            let seen = "in use since 2026-11-22, tcp/22"
            let wanted = Self.crowd.flatMap { host in
                host.isMultiple(of: 3)
                    ? ["+  - {address: 192.0.2.\(host), description: \"\(seen)\"}"]
                    : [
                        "+  - address: 192.0.2.\(host)", "+    name: h\(host).lab.test",
                        "+    description: \"\(seen)\"",
                    ]
            }
            #expect(added.map { String($0) } == ["+reservations:"] + wanted)
            let told = adopted.errors.split(separator: "\n").count { $0.contains("its name in DNS is left out") }
            #expect(told == Self.crowd.count { $0.isMultiple(of: 3) })
            #expect(!adopted.errors.contains("\u{1b}"))
        }
    }
}
