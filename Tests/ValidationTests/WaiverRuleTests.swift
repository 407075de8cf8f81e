import Findings
import Testing

@Suite("waivers and settings of rules")
struct WaiverRuleTests {
    private static func waiver(_ rule: String, _ subject: String) -> String {
        "  - {rule: \(rule), subject: \"\(subject)\", reason: moves, owner: netops, expires: 2027-03-31}\n"
    }

    private static let twice = """
        subnets: [{prefix: 192.0.2.0/24, name: lan}]
        devices:
          - {name: a, interfaces: [{name: e, addresses: [192.0.2.7]}]}
          - {name: b, interfaces: [{name: e, addresses: [192.0.2.7]}]}

        """

    @Test(
        "a finding is waived by its address, subnet, device or fingerprint",
        arguments: ["192.0.2.7", "192.0.2.0/29", "a", "b", "e8e7bdf9d300093e"])
    func subjects(subject: String) {
        let inspection = Inspection(Self.twice + "waivers:\n" + Self.waiver("duplicate-address", subject))
        #expect(inspection.lines == [])
        #expect(inspection.list.waived.map(\.rule) == ["duplicate-address"])
    }

    @Test("a fault of reading cannot be waived, since what it is about is missing from everything")
    func readingFault() {
        let text = "reservations: [{address: 192.0.2.300}]\nwaivers:\n"
        let inspection = Inspection(text + Self.waiver("invalid-address", "192.0.2.300"))
        #expect(inspection.list.open.map(\.rule).contains("invalid-address"))
        #expect(inspection.list.waived == [])
    }

    @Test("a fault of reading cannot be switched off")
    func switchedOff() {
        let inspection = Inspection("settings: {rules: {unknown-key: ignore}}\nsubents: []")
        #expect(inspection.list.all.map(\.rule) == ["unwaivable-rule", "unknown-key"])
        #expect(inspection.list.count(.error) == 2)
    }

    @Test("while something cannot be read, no waiver is called unused")
    func incomplete() {
        let waivers = "waivers:\n" + Self.waiver("duplicate-address", "192.0.2.8")
        #expect(Inspection(waivers).list.all.map(\.rule) == ["unused-waiver"])
        let inspection = Inspection(waivers + "reservations: [{address: 192.0.2.300}]")
        #expect(inspection.list.all.map(\.rule) == ["invalid-address"])
    }

    @Test("settings change how much a rule matters", arguments: [("error", Severity.error), ("note", .note)])
    func severities(level: String, severity: Severity) {
        let inspection = Inspection("settings: {rules: {duplicate-address: \(level)}}\n" + Self.twice)
        #expect(inspection.list.all.map(\.severity) == [severity])
    }

    @Test("settings switch a rule off, and one that is off by default on")
    func switches() {
        #expect(Inspection("settings: {rules: {duplicate-address: ignore}}\n" + Self.twice).lines == [])
        let owners = Inspection("settings: {rules: {missing-owner: note, duplicate-address: ignore}}\n" + Self.twice)
        #expect(owners.list.all.map(\.subject.id) == ["192.0.2.0/24", "a", "b"])
    }

    @Test("a level that is none is told where it stands")
    func malformedLevel() {
        let lines = Inspection("settings: {rules: {missing-owner: on}}").lines
        #expect(
            lines == [
                "a.yaml:1:35 wrong-type 'missing-owner' takes one of error, warning, note, ignore, not 'on'"
            ])
    }
}
