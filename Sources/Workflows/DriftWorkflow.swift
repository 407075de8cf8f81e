import Chronology
import Drift
import Findings
import InventoryModel
import Observations
package import Reports
import ServedZones
import Validation

/// Compares the inventory with the cache. Has no way to write to either.
package enum DriftWorkflow {
    /// Drift, and whether the scan data is good enough for a verdict.
    package struct Outcome: Sendable {
        /// What differs.
        package let report: FindingReport
        /// Whether every subnet that is to be scanned has a complete scan that is recent enough.
        package let isConclusive: Bool
    }

    /// What the inventory is compared with.
    package enum Comparison: Hashable, Sendable {
        /// What scans saw.
        case scans
        /// What scans saw and what a name server has, which ``ZoneSurveyor`` takes.
        case scansAndServer(String)
        /// What a name server has, whatever scans saw.
        case server(String)

        /// The name server; nil if none is asked.
        fileprivate var server: String? {
            switch self {
            case .scans: nil
            case .scansAndServer(let server), .server(let server): server
            }
        }

        /// Whether scans count.
        fileprivate var withScans: Bool { if case .server = self { false } else { true } }
    }

    /// Compares.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, the cache cannot be read, or no server is meant.
    package static func run(
        _ project: Project, with comparison: Comparison = .scans, in world: World
    ) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        defer { world.discard(loaded) }
        try loaded.requireSound(for: comparison.server == nil ? .addresses : .names)
        let survey = try comparison.server.map { text throws(WorkflowError) in
            try ZoneSurveyor(text, loaded).survey(in: world)
        }
        guard comparison.withScans else { return outcome(of: loaded, with: survey, at: world.now()) }
        return outcome(of: loaded, with: try project.networkState(), and: survey, at: world.now())
    }

    /// Compares with what scans saw, and with a name server if one was asked.
    static func outcome(
        of loaded: LoadedInventory, with state: NetworkState, and survey: ZoneSurveyor.Survey? = nil,
        at now: Timestamp
    ) -> Outcome {
        let drift = DriftDetector.compare(
            loaded.plan, with: state, served: survey?.zones ?? [], sources: loaded.sources, now: now)
        // Nothing is said about the waivers of what was not compared in full.
        var judged = drift.isConclusive ? scanRules : []
        if survey?.isComplete == true { judged.formUnion(serverRules) }
        let report = FindingReport(
            kind: .drift,
            findings: findings(drift.findings, judged, loaded, now),
            sources: loaded.sources,
            coverage: drift.coverage,
            scans: drift.scans,
            rules: RuleCatalog.drift
        )
        return Outcome(report: report, isConclusive: drift.isConclusive && survey?.isComplete != false)
    }

    /// Compares with a name server alone.
    private static func outcome(
        of loaded: LoadedInventory, with survey: ZoneSurveyor.Survey?, at now: Timestamp
    ) -> Outcome {
        let drift = DriftDetector.compare(
            loaded.plan, with: NetworkState(addresses: [], runs: []), served: survey?.zones ?? [],
            sources: loaded.sources, now: now)
        let isComplete = survey?.isComplete == true
        let found = drift.findings.filter { serverRules.contains($0.rule) }
        let report = FindingReport(
            kind: .drift,
            findings: findings(found, isComplete ? serverRules : [], loaded, now),
            sources: loaded.sources,
            coverage: drift.coverage,
            rules: RuleCatalog.drift
        )
        return Outcome(report: report, isConclusive: isComplete)
    }

    private static let serverRules: Set<RuleID> = [
        DNSRecordDifferent.card.id, DNSRecordExtra.card.id, DNSRecordMissing.card.id,
    ]
    private static let scanRules = Set(DriftRules.all.map(\.card.id)).subtracting(serverRules)

    /// The findings with the waivers that cover them, and what is to be said of waivers that cover none.
    ///
    /// - Parameter judged: the rules of which all is known.
    private static func findings(
        _ found: [Finding], _ judged: Set<RuleID>, _ loaded: LoadedInventory, _ now: Timestamp
    ) -> FindingList {
        FindingList(found, waivers: loaded.inventory.waivers, today: now.day, holders: loaded.plan.holders)
            .tellingUnusedWaivers(of: judged, in: loaded.inventory, loaded.sources)
    }
}
