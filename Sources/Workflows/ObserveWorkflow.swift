import Addressing
package import Chronology
import Findings
import Intake
import InventoryModel
package import Observations
import Scanning
import Storage

/// Takes in what another tool saw.
package enum ObserveWorkflow {
    /// Where and when files were made, as far as they do not say it themselves.
    package struct Options: Sendable {
        /// The vantage point; the machine's name if nil.
        package var vantage: String?
        /// The routing domain that the other tool stood in.
        package var vrf = VRF.defaultName
        /// When the file was made.
        package var made: Timestamp

        /// Describes files that were made at a moment.
        package init(made: Timestamp) {
            self.made = made
        }
    }

    /// What was stored.
    package struct Outcome: Sendable {
        /// The run, with what it covered of the declared subnets.
        package let run: ScanRun
        /// How many leases the file held; nil if it was not about leases.
        package let leases: Int?
    }

    /// The formats that are understood, as people call them.
    package static var formats: [String] { IntakeFormats.names }

    /// Stores what one file says.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, the file is not understood, or the cache cannot be
    ///   written.
    package static func run(
        _ bytes: [UInt8], name: String, _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> Outcome {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        try loaded.requireKnown(vrf: options.vrf)
        let file = IntakeFile(
            bytes, name: name, vantage: options.vantage ?? world.hostName, made: min(options.made, world.now()))
        var result = try read(file)
        for index in result.observations.indices { result.observations[index].vrf = options.vrf }
        for index in (result.leases ?? []).indices { result.leases?[index].vrf = options.vrf }
        result.run.coverage = coverage(of: result.observations, ScanTargets(loaded.plan, vrf: options.vrf))
        for notice in result.run.notices { world.notify("\(name): \(notice)") }
        do {
            try project.openCache(in: world).record(result)
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError("\(error)")
        }
        return Outcome(run: result.run, leases: result.leases?.count)
    }

    private static func read(_ file: IntakeFile) throws(WorkflowError) -> ScanResult {
        do {
            return try IntakeFormats.read(file)
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// How much of each subnet's targets the observations answer for; what was not seen at all is unknown.
    private static func coverage(of observations: [Observation], _ targets: ScanTargets) -> [SubnetCoverage] {
        let verdicts = Dictionary(observations.map { ($0.address, $0.verdict) }) { first, _ in first }
        return targets.subnets.compactMap { subnet in
            let scope = targets.scope(of: subnet)
            let seen = verdicts.filter { address, _ in scope.targets.contains { $0.contains(address) } }
            guard !seen.isEmpty else { return nil }
            var counts = seen.values.reduce(into: [Verdict: Int]()) { $0[$1, default: 0] += 1 }
            let total = Int(clamping: scope.targetCount)
            counts[.unknown, default: 0] += total - seen.count
            return SubnetCoverage(vrf: scope.vrf, prefix: scope.prefix, targets: total, verdicts: counts)
        }
    }
}
