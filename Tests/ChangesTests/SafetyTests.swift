import Changes
import InventoryModel
import Testing

@Suite("Limits on removals")
struct SafetyTests {
    private func inventory(_ count: Int, settings: String = "", zones: String = "") -> String {
        let devices = (0..<count).map {
            "  - {name: d\($0), interfaces: [{name: eth0, addresses: [10.0.0.\($0 + 1)]}]}\n"
        }
        return "\(settings)\nsubnets: [{prefix: 10.0.0.0/24, zone: example.net}]\n\(zones)\ndevices:\n"
            + (devices.isEmpty ? "  []\n" : devices.joined())
    }

    private func verdict(_ base: String, _ head: String, allowed: Int? = nil) -> SafetyVerdict {
        let comparison = Comparison(base, head)
        let limits = SafetyLimits(comparison.pair.base.inventory.settings)
        return SafetyVerdict(comparison.changes.removals, limits: limits, allowed: allowed)
    }

    @Test(
        "thirty percent of ten or more may go, and not more",
        arguments: [(10, 7, false), (10, 6, true), (9, 0, false), (20, 14, false), (20, 13, true)])
    func share(before: Int, after: Int, isStop: Bool) {
        #expect(verdict(inventory(before), inventory(after)).isStop == isStop)
    }

    @Test("fifty removals may be, and not more", arguments: [(50, false), (51, true)])
    func number(gone: Int, isStop: Bool) {
        #expect(verdict(inventory(200), inventory(200 - gone)).isStop == isStop)
    }

    @Test("a change is judged by the settings before it")
    func settings() {
        let strict = "settings: {safety: {max_removals: 0}}"
        let loose = "settings: {safety: {max_removals: 1000, max_removals_percent: 100}}"
        #expect(verdict(inventory(5, settings: strict), inventory(4, settings: loose)).isStop)
        #expect(!verdict(inventory(100, settings: loose), inventory(0, settings: strict)).isStop)
    }

    @Test("only the exact number acknowledges", arguments: [(4, true), (5, true), (6, false), (7, true)])
    func acknowledged(allowed: Int, isStop: Bool) {
        #expect(verdict(inventory(10), inventory(4), allowed: allowed).isStop == isStop)
    }

    @Test("a whole zone never goes unacknowledged, however small")
    func zone() {
        let settings = "settings: {dns: {contact: a@example.net, nameservers: [ns1.example.com]}}"
        let base = inventory(0, settings: settings, zones: "zones: [{name: example.net}]")
        let verdict = verdict(base, inventory(0, settings: settings))
        #expect(verdict.isStop)
        #expect(verdict.reasons == ["the zone example.net. would be removed, with all that it holds"])
    }

    @Test("records of one name and type count once, whether all of them go or some")
    func recordSets() {
        let settings = "settings: {dns: {contact: a@example.net, nameservers: [ns1.example.com]}}"
        func zones(_ records: String) -> String { "zones: [{name: example.net, records: [\(records)]}]" }
        let many = #"{name: a, type: TXT, values: ["1", "2", "3"]}, {name: b, type: TXT, values: ["1", "2"]}"#
        let few = #"{name: a, type: TXT, values: ["1"]}"#
        let verdict = verdict(
            inventory(0, settings: settings, zones: zones(many)), inventory(0, settings: settings, zones: zones(few)))
        #expect(verdict.removals.records == 2)
        #expect(verdict.removals.scopes.map(\.existing) == [3])
    }

    @Test("moves remove nothing")
    func moves() {
        let base = inventory(100)
        let verdict = verdict(base, base.replacing("10.0.0.", with: "10.0.1."))
        #expect(verdict.removals.total == 0 && !verdict.isStop)
    }
}
