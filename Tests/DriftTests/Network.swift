import Chronology
import Drift
import Findings
import InventoryModel
import Observations
import ServedZones
import Testing

/// A small inventory and what was seen of it, compared at a fixed moment.
struct Network {
    static let now = Timestamp(seconds: 1_800_014_400)  // 2027-01-15T12:00:00Z

    let plan: AddressPlan
    let state: NetworkState
    private let served: [ServedZone]
    private let sources: SourceFiles

    init(_ inventory: String, seen: String) throws {
        let (served, rest) = try ServedText.split(seen)
        try self.init(inventory, state: SeenText.read(rest, now: Self.now), served: served)
    }

    init(_ inventory: String, state: NetworkState, served: [ServedZone] = []) throws {
        self.served = served
        sources = SourceFiles([SourceFile(path: "inventory/lan.yaml", bytes: Array(inventory.utf8))])
        let reading = InventoryReader.read(sources)
        try #require(reading.faults.isEmpty, "\(reading.faults.map(\.message))")
        plan = AddressPlan(reading.inventory)
        self.state = state
    }

    var report: DriftReport {
        DriftDetector.compare(plan, with: state, served: served, sources: sources, now: Self.now)
    }

    /// What was found, a short line each, sorted: `unclaimed-address 192.0.2.77`.
    var findings: [String] { report.findings.map(\.short).sorted() }
}

extension Finding {
    /// The rule and the subject.
    var short: String { "\(rule) \(subject.id)" }
}
