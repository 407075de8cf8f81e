import Drift
import Findings
import Testing

@Suite("When a device is missing")
struct AbsenceTests {
    private static let inventory = """
        subnets: [{prefix: 192.0.2.0/24, drift: {missing_after: 3d, stale_after: 2d}}]
        devices:
          - name: db1
            interfaces: [{name: eth0, addresses: [192.0.2.21]}]
        """
    private static let gone = "192.0.2.21 silent first=-60d last=-9d since=-8d at=-1h"

    private func findings(_ seen: String...) throws -> [String] {
        try Network(Self.inventory, seen: seen.joined(separator: "\n")).findings.filter { !$0.hasSuffix("-scanned") }
    }

    private func absences(_ seen: String...) throws -> [String] {
        try Network(Self.inventory, seen: seen.joined(separator: "\n")).findings.filter {
            $0.hasPrefix("missing-device") || $0.hasPrefix("never-seen")
        }
    }

    @Test("a complete and fresh scan makes it missing")
    func complete() throws {
        #expect(try absences("run 192.0.2.0/24 complete -1h", Self.gone) == ["missing-device 192.0.2.21"])
    }

    @Test(
        "no scan but a fresh, complete one of the whole subnet makes it missing",
        arguments: [
            "run 192.0.2.0/24 incomplete -1h", "run 192.0.2.0/24 complete -1h unknown=1",
            "run 192.0.2.0/24 complete -3d", "run 192.0.2.0/24 complete -1h targets=1",
            "run 192.0.2.0/25 complete -1h", "run 192.0.2.0/24 complete -1h vantage=elsewhere",
            "run 192.0.2.0/24 complete -1h vrf=lab", "",
        ])
    func insufficient(_ run: String) throws {
        #expect(try absences(run, Self.gone) == [])
    }

    @Test("a scan of a wider prefix covers the subnet")
    func wider() throws {
        #expect(try absences("run 192.0.0.0/20 complete -1h", Self.gone) == ["missing-device 192.0.2.21"])
    }

    @Test("an interrupted run after a complete one that saw it proves nothing")
    func interruptedLater() throws {
        let inventory = Self.inventory.replacing("missing_after: 3d", with: "missing_after: 12h")
        let seen = """
            run 192.0.2.0/24 complete -1d
            run 192.0.2.0/24 incomplete -1h unknown=9
            192.0.2.21 silent first=-60d last=-1d since=-1h at=-1h
            """
        #expect(try Network(inventory, seen: seen).findings == [])
    }

    @Test("an unknown verdict says nothing about anything")
    func unknown() throws {
        let run = "run 192.0.2.0/24 complete -1h"
        #expect(try findings(run, "192.0.2.21 unknown at=-1h") == [])
        #expect(try findings(run, "192.0.2.21 unknown first=-60d last=-9d at=-1h") == [])
        #expect(try findings(run, "192.0.2.77 unknown at=-1h") == [])
    }

    @Test("an old silence is not believed")
    func oldSilence() throws {
        let seen = "192.0.2.21 silent first=-60d last=-9d since=-8d at=-5d"
        #expect(try absences("run 192.0.2.0/24 complete -1h", seen) == [])
    }

    @Test("an unreachable address is as absent as a silent one")
    func unreachable() throws {
        let seen = "192.0.2.21 unreachable first=-60d last=-9d since=-8d at=-1h"
        #expect(try absences("run 192.0.2.0/24 complete -1h", seen) == ["missing-device 192.0.2.21"])
    }

    @Test("a device that two claim is missing once")
    func shared() throws {
        let inventory = """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - {name: r1, interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: vrrp}]}]}
              - {name: r2, interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: vrrp}]}]}
            """
        let seen = "run 192.0.2.0/24 complete -1h\n192.0.2.1 silent first=-60d last=-9d since=-8d at=-1h"
        let found = try Network(inventory, seen: seen).report.findings
        #expect(found.map(\.short) == ["missing-device 192.0.2.1"])
        #expect(found.first?.related.map(\.location.line) == [4])
    }
}
