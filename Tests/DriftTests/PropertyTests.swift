import Drift
import Findings
import InventoryModel
import Observations
import TestSupport
import Testing

@Suite("What always holds of drift")
struct PropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...10

    private static let absences: Set<RuleID> = ["missing-device", "never-seen", "gateway-silent"]

    /// An inventory, and any verdicts at all on it.
    private func anything(_ generator: inout SeededGenerator) throws -> (inventory: String, state: NetworkState) {
        let inventory = RandomNetwork.inventory(&generator)
        let plan = try Network(inventory, seen: "").plan
        return (inventory, RandomNetwork.anything(plan, &generator))
    }

    @Test("a network that is just as declared has no drift", arguments: seeds)
    func desired(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let inventory = RandomNetwork.inventory(&generator)
        let state = RandomNetwork.desired(try Network(inventory, seen: "").plan)
        let report = try Network(inventory, state: state).report
        #expect(report.findings.map(\.message) == [])
        #expect(report.isConclusive)
        #expect(report.coverage.alive > 0 && report.coverage.alive == report.coverage.claimed)
    }

    @Test("the order of what was seen makes no difference", arguments: seeds)
    func order(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (inventory, state) = try anything(&generator)
        let before = try Network(inventory, state: state).report
        state.addresses.shuffle(using: &generator)
        state.runs.reverse()
        let after = try Network(inventory, state: state).report
        #expect(!before.findings.isEmpty)
        #expect(before.findings == after.findings)
        #expect(before.scans == after.scans)
        #expect(before.coverage == after.coverage)
    }

    @Test("an incomplete run finds nothing absent, whatever it saw", arguments: seeds)
    func incomplete(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (inventory, state) = try anything(&generator)
        let complete = try Network(inventory, state: state).report.findings
        #expect(complete.contains { Self.absences.contains($0.rule) })
        for place in state.runs.indices { state.runs[place].state = .incomplete }
        let found = try Network(inventory, state: state).report.findings
        #expect(!found.contains { Self.absences.contains($0.rule) })
    }

    @Test("unknown verdicts find nothing", arguments: seeds)
    func unknown(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (inventory, state) = try anything(&generator)
        for place in state.addresses.indices { state.addresses[place].latest.verdict = .unknown }
        #expect(try Network(inventory, state: state).findings == [])
    }

    @Test("no address and rule make two findings, so fingerprints tell them apart", arguments: seeds)
    func distinct(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (inventory, state) = try anything(&generator)
        let found = try Network(inventory, state: state).report.findings
        #expect(Set(found.map(\.fingerprint)).count == found.count)
    }
}
