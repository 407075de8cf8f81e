import Drift
import Findings
import Testing

@Suite("Several vantage points")
struct VantageTests {
    private static let inventory = """
        subnets: [{prefix: 192.0.2.0/24, drift: {missing_after: 3d, stale_after: 2d}}]
        devices:
          - name: db1
            status: STATUS
            interfaces: [{name: eth0, addresses: [192.0.2.21]}]
        """
    private static let runs = """
        run 192.0.2.0/24 complete -1h vantage=lon1
        run 192.0.2.0/24 complete -1h vantage=ams1

        """

    private func findings(_ seen: String, runs: String = runs, status: String = "active") throws -> [String] {
        try Network(Self.inventory.replacing("STATUS", with: status), seen: runs + seen).findings
    }

    @Test("alive from one vantage point is alive")
    func aliveFromOne() throws {
        let seen = """
            192.0.2.21 alive first=-60d last=-1h vantage=ams1
            192.0.2.21 silent first=-60d last=-9d since=-8d vantage=lon1
            """
        #expect(try findings(seen) == [])
        #expect(try findings(seen, status: "retired") == ["retired-in-use 192.0.2.21"])
    }

    @Test("down from all vantage points is missing, with the newest verdict as evidence")
    func downFromAll() throws {
        let seen = """
            192.0.2.21 silent first=-60d last=-9d since=-8d at=-2h vantage=ams1
            192.0.2.21 silent first=-60d last=-8d since=-7d at=-1h vantage=lon1
            """
        let network = try Network(Self.inventory.replacing("STATUS", with: "active"), seen: Self.runs + seen)
        let found = network.report.findings
        #expect(found.map(\.short) == ["missing-device 192.0.2.21"])
        #expect(found.first?.evidence?.vantage == "lon1")
        #expect(found.first?.evidence?.lastSeen == "2027-01-07T12:00:00Z")
    }

    @Test("seen by one lately keeps it from being missing, whatever the others say")
    func seenLately() throws {
        let seen = """
            192.0.2.21 silent first=-60d last=-9d since=-8d vantage=ams1
            192.0.2.21 silent first=-60d last=-2d since=-1d vantage=lon1
            """
        #expect(try findings(seen) == [])
    }

    @Test("a vantage point that still watches and saw it last outweighs one that does not see it")
    func stillWatching() throws {
        let seen = """
            192.0.2.21 alive first=-60d last=-9d vantage=ams1
            192.0.2.21 silent first=-60d last=-9d since=-8d vantage=lon1
            """
        #expect(try findings(seen) == [])
    }

    @Test("a vantage point that is gone has no say any more")
    func retiredVantage() throws {
        let seen = """
            192.0.2.21 alive first=-60d last=-9d vantage=laptop
            192.0.2.21 silent first=-60d last=-9d since=-8d vantage=lon1
            """
        #expect(try findings(seen) == ["missing-device 192.0.2.21"])
    }

    @Test("one that sees nothing in the subnet, and never saw the address, cannot miss it")
    func blindVantage() throws {
        let seen = """
            192.0.2.21 alive first=-60d last=-9d vantage=laptop
            192.0.2.21 silent since=-8d vantage=lon1
            """
        #expect(try findings(seen) == [])
        #expect(
            try findings(seen + "\n192.0.2.255 alive vantage=lon1") == ["missing-device 192.0.2.21"],
            "but one that sees others can")
    }

    @Test("never seen means from no vantage point")
    func neverSeen() throws {
        let silent = "192.0.2.21 silent at=-1h vantage=lon1"
        #expect(try findings(silent) == ["never-seen 192.0.2.21"])
        #expect(try findings(silent + "\n192.0.2.21 alive first=-60d last=-40d vantage=laptop") == [])
    }

    @Test("an unclaimed host seen from two places is one finding")
    func oneFinding() throws {
        let seen = "192.0.2.77 alive vantage=ams1\n192.0.2.77 alive vantage=lon1"
        #expect(try findings(seen) == ["unclaimed-address 192.0.2.77"])
    }

    @Test("the wrong hardware address counts from whichever side it is seen")
    func wrongHardware() throws {
        let inventory = """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - {name: db1, interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}]}
            """
        let seen = """
            192.0.2.21 alive last=-1h vantage=ams1
            192.0.2.21 alive last=-2h mac=02:00:5e:10:00:99 vantage=lon1
            """
        #expect(try Network(inventory, seen: Self.runs + seen).findings == ["mac-mismatch 192.0.2.21"])
    }
}
