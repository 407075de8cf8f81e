import Foundation
import TestSupport
import Testing

@Suite("Looking things up")
struct LookUpTests {
    private static let inventory = """
        subnets:
          - {prefix: 192.0.2.0/24, name: lan, zone: lan.example.net, dhcp: {id: 1}}
        devices:
          - name: db1
            interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}]
        zones: [{name: lan.example.net}]

        """
    private static let neighbours =
        #"[{"dst":"192.0.2.21","dev":"eth0","lladdr":"02:00:5e:10:00:01","state":["REACHABLE"]}]"#

    @Test("show joins what is declared, seen, in DNS and in DHCP")
    func show() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        try workplace.directory.write(Self.neighbours, to: "neigh.json")
        #expect(
            try workplace.ipam("observe", "--vantage", "gw", "--at", "2026-11-22T11:00:00Z", "neigh.json").code == 0)
        let shown = try workplace.ipam("show", "192.0.2.21")
        #expect(shown.code == 0)
        #expect(
            shown.output == """
                192.0.2.21
                  verdict   in-order
                  declared  device db1 (active, interface eth0, 02:00:5e:10:00:01), inventory/all.yaml:5:67
                  subnet    192.0.2.0/24, lan, inventory/all.yaml:2:14
                  dns       db1.lan.example.net.
                            PTR db1.lan.example.net.
                  dhcp      kept for 02:00:5e:10:00:01
                  observed  alive 1 hour ago from gw, neighbour table: reachable, mac 02:00:5e:10:00:01, \
                first seen 1 hour ago

                """)
    }

    @Test("an address of nobody, never seen, is unknown")
    func unknown() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let shown = try workplace.ipam("show", "192.0.2.99")
        #expect(shown.output.contains("verdict   unknown") && shown.output.contains("declared  by nobody"))
    }

    @Test("what nothing is called ends with 2 and the nearest name")
    func nothing() throws {
        let ending = try Workplace(inventory: Self.inventory).ipam("show", "db2")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("did you mean 'db1'?"), "\(ending.errors)")
    }

    @Test("history tells from Git who claimed an address, and when that changed")
    func history() throws {
        let sandbox = try #require(try GitSandbox(), "not installed: apt install git")
        func commit(_ device: String, day: Int) throws {
            try sandbox.directory.write(
                "subnets: [{prefix: 192.0.2.0/24}]\ndevices: [\(device)]\n", to: "site/inventory/lan.yaml")
            try sandbox.run("add", "-A")
            let author = "a <a@example.net>"
            try sandbox.run(
                "-c", "user.name=a", "commit", "-q", "-m", "x", "--author", author, "--date",
                "2026-01-0\(day)T12:00:00Z")
        }
        try commit("{name: db1, interfaces: [{name: eth0, addresses: [192.0.2.21]}]}", day: 1)
        try commit("{name: db1, role: x, interfaces: [{name: eth0, addresses: [192.0.2.21]}]}", day: 2)
        try commit("{name: db2, interfaces: [{name: eth0, addresses: [192.0.2.21]}]}", day: 3)
        try commit("{name: db2, interfaces: [{name: eth0, addresses: [192.0.2.22]}]}", day: 4)
        let ending = try Workplace.program.run(
            ["history", "-C", "site", "192.0.2.21"], in: sandbox.directory.path, environment: GitSandbox.environment)
        #expect(ending.code == 0)
        let claims = ending.output.split(separator: "\n").dropFirst().map { line in
            line.split(separator: " ").drop { $0 != "claimed" }.joined(separator: " ")
        }
        #expect(
            claims.sorted() == [
                "claimed by device db1 (active, interface eth0)", "claimed by device db2 (active, interface eth0)",
                "claimed by nobody",
            ])
    }

    @Test("caches of two vantage points join, and what is no longer declared can be forgotten")
    func care() throws {
        let workplace = try Workplace(inventory: Self.inventory + "reservations: [{address: 192.0.2.9}]\n")
        let addresses = (1...12).map { "192.0.2.\($0) is alive\n" }.joined()
        try workplace.directory.write(addresses, to: "seen")
        let moment = ["--at", "2026-10-01T00:00:00Z"]
        for vantage in ["ams1", "lon1"] {
            _ = try workplace.run(["observe", "--cache", "\(vantage).sqlite", "--vantage", vantage, "seen"] + moment)
        }
        let merged = try workplace.ipam("cache", "merge", "ams1.sqlite", "lon1.sqlite")
        #expect(
            merged.output == """
                ams1.sqlite: 1 new runs, 12 addresses, 12 changes, 0 leases
                lon1.sqlite: 1 new runs, 12 addresses, 12 changes, 0 leases

                """)
        #expect(try workplace.ipam("cache", "prune").output.hasPrefix("nothing to remove"))

        let elsewhere = "subnets: [{prefix: 198.51.100.0/24}]\n"
        try workplace.directory.write(elsewhere, to: "inventory/all.yaml")
        let check = try workplace.ipam("cache", "prune", "--check")
        #expect(check.code == 1)
        #expect(check.output.contains("to remove: 24 of 24 addresses, 0 leases, 2 scans"), "\(check.output)")
        let stopped = try workplace.ipam("cache", "prune")
        #expect(stopped.code == 3)
        #expect(stopped.errors.contains("--allow-removals 26 acknowledges it"), "\(stopped.errors)")
        #expect(try workplace.ipam("cache", "prune", "--allow-removals", "25").code == 3)
        #expect(try workplace.ipam("cache", "prune", "--allow-removals", "26").code == 0)
        #expect(try workplace.ipam("cache", "prune", "--check").code == 0)
        #expect(try workplace.ipam("history", "192.0.2.9").output.contains("verdict: - -> alive"))
    }

    @Test("doctor looks at everything, and ends with 1 if something is wrong")
    func doctor() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let sound = try workplace.ipam("doctor", environment: ["PATH": workplace.searchPath])
        for area in ["versions", "privileges", "inventory", "cache", "programs"] {
            #expect(sound.output.contains("\n\(area) "), "\(sound.output)")
        }
        try workplace.directory.write("no cache at all\n", to: ".ipam/cache.sqlite")
        let broken = try workplace.ipam("doctor", "-o", "json")
        #expect(broken.code == 1)
        #expect(broken.output.contains("is damaged; move it away"), "\(broken.output)")
    }

    @Test("standard input is a file like any other")
    func standardInput() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        try workplace.directory.write(Self.neighbours, to: "neigh.json")
        let ending = try workplace.shell("ipam observe --vantage gw - < neigh.json")
        #expect(ending.output.hasSuffix("ip-neigh from gw: complete, 0s\n"), "\(ending.output)\(ending.errors)")
    }
}
