import Foundation
import TestSupport
import Testing

@Suite("Pruning the inventory")
struct PruneTests {
    private static let inventory = """
        # kept
        subnets:
          - {prefix: 192.0.2.0/24, name: lan}
          - {prefix: 198.51.100.0/24, status: deprecated}   # long gone
          - {prefix: 203.0.113.0/24, status: container}
        devices:
          - {name: nas, interfaces: [{name: e0, addresses: [192.0.2.10]}]}
          - {name: old, status: retired}
          - {name: leaving, status: retired, interfaces: [{name: e0, addresses: [192.0.2.11]}]}
          - {name: left, status: retired, interfaces: [{name: e0, addresses: [{address: 192.0.2.12, expires: 2026-11-01}]}]}
        reservations:
          - {address: 192.0.2.50, name: past, expires: 2026-11-21}
          - {address: 192.0.2.51, name: today, expires: 2026-11-22}
        waivers:
          - {rule: unclaimed-address, subject: 192.0.2.77, reason: r, owner: o, expires: 2026-11-01}

        """

    @Test("takes out what has ended, and leaves every other byte")
    func prune() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.ipam("prune", "--yes")
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        let text = try String(
            contentsOf: workplace.directory.url.appending(path: "inventory/all.yaml"), encoding: .utf8)
        #expect(
            text == """
                # kept
                subnets:
                  - {prefix: 192.0.2.0/24, name: lan}
                devices:
                  - {name: nas, interfaces: [{name: e0, addresses: [192.0.2.10]}]}
                  - {name: leaving, status: retired, interfaces: [{name: e0, addresses: [192.0.2.11]}]}
                reservations:
                  - {address: 192.0.2.51, name: today, expires: 2026-11-22}

                """, "\(ending.output)")
        #expect(try workplace.ipam("prune", "--yes").output == "nothing to prune\n")
    }

    @Test("shows all of it first, and nobody who was not asked removes anything")
    func unasked() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let before = try workplace.files(below: "inventory")
        let ending = try workplace.ipam("prune")
        #expect(ending.code == 1)
        #expect(
            ending.output.contains("reservation past") && ending.output.contains("expired on 2026-11-21"),
            "\(ending.output)")
        #expect(try workplace.ipam("prune", "--check").code == 1)
        #expect(try workplace.ipam("prune", "--dry-run").output.contains("-  - {name: old, status: retired}"))
        #expect(try workplace.files(below: "inventory") == before)
    }

    @Test("stops with 3 beyond the limits of settings.safety, until the number is acknowledged")
    func limits() throws {
        let workplace = try Workplace(inventory: "settings: {safety: {max_removals: 2}}\n" + Self.inventory)
        let before = try workplace.files(below: "inventory")
        let ending = try workplace.ipam("prune", "--yes")
        #expect(ending.code == 3)
        #expect(ending.errors.contains("--allow-removals 6"), "\(ending.errors)")
        #expect(try workplace.ipam("prune", "--yes", "--allow-removals", "5").code == 3)
        #expect(try workplace.files(below: "inventory") == before)
        #expect(try workplace.ipam("prune", "--yes", "--allow-removals", "6").code == 0)
    }

    @Test("takes out at once what is in use only by what goes")
    func nested() throws {
        let workplace = try Workplace(
            inventory: """
                subnets:
                  - {prefix: 192.0.2.0/24, name: lan}
                  - {prefix: 10.0.0.0/8, status: container}
                  - {prefix: 10.1.0.0/16, status: container}
                  - {prefix: 10.1.1.0/24, status: deprecated}
                  - {prefix: 10.2.0.0/24, status: deprecated}
                  - {prefix: 172.16.0.0/12, status: container}
                  - {prefix: 172.16.1.0/24}
                reservations:
                  - {address: 10.1.1.5, name: past, expires: 2026-11-01}
                  - {address: 10.2.0.5, name: stays}

                """)
        let ending = try workplace.ipam("prune", "--yes")
        #expect(ending.output.contains("container, with nothing in it but what goes too"), "\(ending.output)")
        #expect(
            workplace.directory.text(of: "inventory/all.yaml") == """
                subnets:
                  - {prefix: 192.0.2.0/24, name: lan}
                  - {prefix: 10.0.0.0/8, status: container}
                  - {prefix: 10.2.0.0/24, status: deprecated}
                  - {prefix: 172.16.0.0/12, status: container}
                  - {prefix: 172.16.1.0/24}
                reservations:
                  - {address: 10.2.0.5, name: stays}

                """)
        #expect(try workplace.ipam("prune", "--check").code == 0)
    }

    @Test("forgets what the cache knows of what goes, within the same limits")
    func orphans() throws {
        let workplace = try Workplace(
            inventory: """
                subnets:
                  - {prefix: 192.0.2.0/24, name: lan}
                  - {prefix: 198.51.100.0/24, status: deprecated}

                """)
        let addresses = ["192.0.2.1", "198.51.100.1", "203.0.113.1"]
        try workplace.directory.write(addresses.map { "\($0) is alive\n" }.joined(), to: "seen")
        _ = try workplace.run(["observe", "seen", "--at", "2026-08-01T00:00:00Z"])
        try workplace.directory.write("198.51.100.1 is unreachable\n", to: "gone")
        _ = try workplace.run(["observe", "gone", "--at", "2026-08-02T00:00:00Z"])
        let check = try workplace.ipam("prune", "--check")
        #expect(check.code == 1)
        let titles = check.output.split(separator: "\n").dropFirst().map { $0.split(separator: "  ").first ?? "" }
        #expect(titles == ["subnet 198.51.100.0/24", "198.51.100.1", "203.0.113.1", "scans of 198.51.100.0/24"])
        #expect(try workplace.ipam("prune", "--yes").code == 0)
        #expect(try workplace.ipam("cache", "prune", "--check").code == 0)
        #expect(try workplace.ipam("prune", "--check").code == 0)
        #expect(try workplace.ipam("show", "192.0.2.1").output.contains("alive"))
    }
}
