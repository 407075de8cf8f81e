import Chronology
import Findings
import InventoryModel
import Testing
import Validation

@Suite("no fault of reading is lost")
struct LostFaultTests {
    /// Findings of validation whose reading had these faults.
    private func findings(of faults: [Fault], in text: String = "sites: []") -> [Finding] {
        let sources = SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))])
        let reading = InventoryReading(inventory: Inventory(), faults: faults)
        return Validator.findings(
            in: reading, plan: AddressPlan(reading.inventory), sources: sources, today: Inspection.today
        ).all
    }

    @Test("a fault under an id without a card is an error at its place")
    func unknownRule() {
        let span = SourceSpan(file: 0, start: 7, end: 9)
        let found = findings(of: [Fault("from-the-future", "odd", at: span, subject: Subject(.document, "a.yaml"))])
        #expect(found.map(\.rule) == ["from-the-future"])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.location?.column == 8)
    }

    @Test("a link in the inventory is an unsafe-file finding, though no text is there to point at")
    func unsafeFile() {
        let span = SourceSpan(file: 0, start: 0, end: 0)
        let fault = Fault("unsafe-file", "is a symbolic link", at: span, subject: Subject(.document, "a.yaml"))
        #expect(findings(of: [fault], in: "").map(\.severity) == [.error])
    }

    @Test("every fault that reading reports becomes a finding of a rule with a card", arguments: provoking)
    func everyFault(_ text: String) {
        let inspection = Inspection(text)
        #expect(!inspection.reading.faults.isEmpty)
        #expect(inspection.list.all.count >= inspection.reading.faults.count)
        let cards = Set(ValidationRules.all.map(\.card.id))
        #expect(inspection.reading.faults.filter { !cards.contains($0.rule) }.map(\.rule) == [])
    }

    /// Texts that break YAML, its limits, and every type of value that an inventory has.
    static let provoking: [String] = [
        "a: b: c", "\tx: 1", "sites: &a []", "sites: *a", "--- {}\n--- {}", "%YAML 1.1\n---\n{}",
        "sites: !!seq []", "sites: []\nsites: []", "\u{feff}sites: [\u{0}]", "sites: [\u{202e}]",
        String(repeating: "[", count: 100_000), "<<<<<<< HEAD\nsites: []\n=======\n>>>>>>> x",
        "- a", "just text", "42", "sites: x", "sites: [x]", "sites: [{}]", "subnets: [{prefix: [1]}]",
        "subnets: [{prefix: {a: b}}]", "subnets: [{prefix: 1.2.3}]", "subnets: [{prefix: }]",
        "subnets: [{prefix: 192.0.2.0/24, vlan: 5000, dhcp: {id: 0, lease: soon}, gateway: 1, zone: .}]",
        "subnets: [{prefix: 192.0.2.0/24, zone: a..b, status: 7, tags: {a: b}, scan: {probes: [ping], rate: x}}]",
        "subnets: [{prefix: 192.0.2.0/24, pools: [{name: a, range: b, purpose: c}]}]",
        "devices: [{name: a, services: [ssh], interfaces: [{name: b, mac: c, addresses: [d, {dns: true}]}]}]",
        "reservations: [{}, {address: 1.1.1.1, range: 1.1.1.1}, {address: 1.1.1.1, expires: 2027-02-30}]",
        "zones: [{}, {name: a, reverse: 1.0.0.0/8}, {reverse: 1.0.0.1/8}, {name: a, serial: fixed:-1}]",
        "waivers: [{rule: a}]", "settings: {safety: {max_removals_percent: 101}, outputs: [{}]}",
    ]
}
