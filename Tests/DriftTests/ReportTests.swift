import Addressing
import Chronology
import Drift
import Findings
import Observations
import Testing

@Suite("The report on drift")
struct ReportTests {
    @Test("coverage is the claimed share of what is alive")
    func coverage() throws {
        let inventory = """
            subnets:
              - prefix: 192.0.2.0/24
                gateway: 192.0.2.1
                pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
              - {prefix: 203.0.113.0/24, drift: {mode: ignore}}
            devices: [{name: db1, interfaces: [{name: eth0, addresses: [192.0.2.21, 192.0.2.22]}]}]
            reservations: [{range: 192.0.2.60-192.0.2.69}]
            """
        let seen = """
            192.0.2.0 alive
            192.0.2.1 alive
            192.0.2.21 alive
            192.0.2.21 alive vantage=ams1
            192.0.2.22 silent
            192.0.2.65 alive
            192.0.2.77 alive
            192.0.2.130 alive
            198.51.100.9 alive
            203.0.113.9 alive
            """
        let coverage = try Network(inventory, seen: seen).report.coverage
        #expect(coverage == LiveCoverage(alive: 6, claimed: 4))
        #expect(coverage.percent == 66)
    }

    @Test("without any scan there is no coverage and no verdict")
    func nothing() throws {
        let report = try Network("subnets: [{prefix: 192.0.2.0/24, scan: {enabled: false}}]", seen: "").report
        #expect(report.coverage.percent == nil)
        #expect(!report.isConclusive)
        #expect(report.findings.isEmpty)
    }

    @Test("what another tool saw is enough for a verdict if no subnet is to be scanned")
    func observedOnly() throws {
        let inventory = "subnets: [{prefix: 192.0.2.0/24, scan: {enabled: false}}]"
        let report = try Network(inventory, seen: "192.0.2.77 alive").report
        #expect(report.isConclusive)
        #expect(report.findings.map(\.short) == ["unclaimed-address 192.0.2.77"])
    }

    @Test(
        "there is a verdict if every subnet that is to be scanned has a fresh complete scan",
        arguments: [
            ("run 192.0.2.0/24 complete -1h", true), ("run 192.0.2.0/24 complete -3d", false),
            ("run 192.0.2.0/24 incomplete -1h", false), ("run 192.0.2.0/24 complete -1h unknown=254", false),
            ("run 192.0.2.0/24 complete -1h\nrun 192.0.2.0/24 incomplete -1m unknown=9", true),
            ("run 198.51.100.0/24 complete -1h", false),
        ])
    func conclusive(_ seen: String, _ expected: Bool) throws {
        let inventory = """
            subnets:
              - {prefix: 192.0.0.0/16, status: container}
              - {prefix: 192.0.2.0/24}
              - {prefix: 192.0.3.0/24, scan: {enabled: false}}
              - {prefix: 192.0.4.0/24, drift: {mode: ignore}}
            """
        let report = try Network(inventory, seen: seen).report
        #expect(report.isConclusive == expected)
        #expect(report.unjudged.map(\.prefix.description) == (expected ? [] : ["192.0.2.0/24"]))
    }

    @Test("excluded addresses need no probe for a scan to be complete")
    func excluded() throws {
        let inventory = "subnets: [{prefix: 192.0.2.0/24, scan: {exclude: [192.0.2.250-192.0.2.254]}}]"
        #expect(try Network(inventory, seen: "run 192.0.2.0/24 complete -1h targets=249").report.isConclusive)
        #expect(try !Network(inventory, seen: "run 192.0.2.0/24 complete -1h targets=248").report.isConclusive)
    }

    @Test("a scan is summed up by its latest run and its latest complete one")
    func scans() throws {
        let inventory = "subnets: [{prefix: 192.0.2.0/24}, {prefix: 192.0.3.0/24, scan: {enabled: false}}]"
        let seen = """
            run 192.0.2.0/24 complete -2h vantage=ams1
            run 192.0.2.0/24 complete -3h vantage=lon1
            run 192.0.2.0/24 incomplete -1h vantage=lon1 unknown=9
            """
        let scans = try Network(inventory, seen: seen).report.scans
        #expect(scans.map(\.prefix.description) == ["192.0.2.0/24"])
        #expect(scans.first?.vantage == "ams1")
        #expect(scans.first?.completed == Network.now + .hours(-2))
        #expect(scans.first?.coverage?.count(.unknown) == 9)
    }

    @Test("a finding carries what was seen, when and from where")
    func evidence() throws {
        let seen = """
            run 192.0.2.0/24 complete -1h
            192.0.2.77 alive mac=02:00:5e:00:00:77 name=cam3 first=-10d last=-1h
            """
        let found = try Network("subnets: [{prefix: 192.0.2.0/24}]", seen: seen).report.findings
        #expect(
            found.map(\.evidence) == [
                Evidence(
                    verdict: "alive", probe: "icmp: echo reply", vantage: "lon1", mac: "02:00:5e:00:00:77",
                    name: "cam3", firstSeen: "2027-01-05T12:00:00Z", lastSeen: "2027-01-15T11:00:00Z",
                    lastProbed: "2027-01-15T11:00:00Z")
            ])
    }

    @Test("text from the network stays out of messages and help")
    func hostileText() throws {
        let hostile = "\u{1b}[2J::error::@everyone"
        let inventory = """
            subnets: [{prefix: 192.0.2.0/24, gateway: 192.0.2.1}]
            devices:
              - {name: db1, interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}]}
              - {name: db2, status: retired, interfaces: [{name: eth0, addresses: [192.0.2.22]}]}
              - {name: db3, interfaces: [{name: eth0, addresses: [192.0.2.23]}]}
            """
        let seen = """
            run 192.0.2.0/24 complete -1h
            192.0.2.1 silent last=-1d
            192.0.2.21 alive mac=02:00:5e:10:00:99
            192.0.2.22 alive
            192.0.2.23 silent last=-9d since=-8d
            192.0.2.77 alive
            198.51.100.9 alive
            """
        var state = try SeenText.read(seen, now: Network.now)
        for place in state.addresses.indices {
            state.addresses[place].latest.name = hostile
            state.addresses[place].latest.evidence = [ProbeEvidence(probe: hostile, outcome: hostile)]
        }
        let found = try Network(inventory, state: state).report.findings
        #expect(found.count == 6)
        #expect(found.allSatisfy { !$0.message.contains("\u{1b}") && $0.help?.contains("\u{1b}") == false })
        #expect(found.allSatisfy { $0.evidence?.name == hostile })
    }
}
