import Chronology
import Drift
import Findings
import InventoryModel
import Observations
import Testing

@Suite("How drift is judged")
struct PolicyTests {
    private func report(_ policy: String, _ seen: String) throws -> DriftReport {
        let inventory = """
            subnets: [{prefix: 192.0.2.0/24, drift: {\(policy)}}]
            devices:
              - {name: db1, interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}]}
            """
        return try Network(inventory, seen: seen).report
    }

    private let mismatch = "run 192.0.2.0/24 complete -1h\n192.0.2.21 alive mac=02:00:5e:10:00:99"

    @Test(
        "the mode limits how grave a finding is",
        arguments: [("report", [Severity.error]), ("warn", [.warning]), ("ignore", [])])
    func modes(_ mode: String, _ severities: [Severity]) throws {
        #expect(try report("mode: \(mode)", mismatch).findings.map(\.severity) == severities)
    }

    @Test("`warn` leaves notes as they are")
    func notes() throws {
        let seen = "run 192.0.2.0/24 complete -1h\n192.0.2.21 silent"
        #expect(try report("mode: warn", seen).findings.map(\.severity) == [.note])
    }

    @Test("settings make a rule graver, milder or silent", arguments: [("error", [Severity.error]), ("ignore", [])])
    func levels(_ level: String, _ severities: [Severity]) throws {
        let inventory = "settings: {rules: {unclaimed-address: \(level)}}\nsubnets: [{prefix: 192.0.2.0/24}]"
        let seen = "run 192.0.2.0/24 complete -1h\n192.0.2.77 alive"
        #expect(try Network(inventory, seen: seen).report.findings.map(\.severity) == severities)
    }

    @Test("the settings' mode holds outside all subnets")
    func outside() throws {
        let inventory = "settings: {drift: {mode: ignore}}\nsubnets: [{prefix: 192.0.2.0/24, drift: {mode: report}}]"
        let seen = "run 192.0.2.0/24 complete -1h\n192.0.2.77 alive\n198.51.100.9 alive"
        #expect(try Network(inventory, seen: seen).findings == ["unclaimed-address 192.0.2.77"])
    }

    @Test("being alive is believed for as long as missing_after says")
    func window() throws {
        let run = "run 192.0.2.0/24 complete -1h\n"
        #expect(try report("missing_after: 3d", run + "192.0.2.77 alive last=-3d").findings.count == 1)
        #expect(try report("missing_after: 3d", run + "192.0.2.77 alive last=-4d").findings.isEmpty)
    }

    @Test("a moment in the future counts as now")
    func future() throws {
        let inventory = "subnets: [{prefix: 192.0.2.0/24}]"
        var state = try SeenText.read("run 192.0.2.0/24 complete -1h\n192.0.2.77 alive", now: Network.now)
        state.addresses[0].latest.at = Network.now + .days(400)
        state.runs[0].ended = Network.now + .days(400)
        #expect(try Network(inventory, state: state).findings == ["unclaimed-address 192.0.2.77"])
    }

    @Test("waivers are left to the list of findings")
    func waivers() throws {
        let inventory = """
            subnets: [{prefix: 192.0.2.0/24}]
            waivers:
              - {rule: unclaimed-address, subject: 192.0.2.77, reason: r, owner: o, expires: 2027-03-31}
            """
        let seen = "run 192.0.2.0/24 complete -1h\n192.0.2.77 alive"
        let network = try Network(inventory, seen: seen)
        let found = network.report.findings
        #expect(found.map(\.waiver) == [nil])
        let list = FindingList(found, waivers: network.plan.inventory.waivers, today: Network.now.day)
        #expect(list.waived.map(\.short) == ["unclaimed-address 192.0.2.77"])
    }
}
