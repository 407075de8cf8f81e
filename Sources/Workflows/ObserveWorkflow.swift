import Addressing
import Chronology
import Findings
import Intake
import InventoryModel
package import Observations
import Scanning
import Storage

/// Takes in what another tool saw.
package enum ObserveWorkflow {
    /// Stores one file's observations and returns their run, with what it covered of the declared subnets.
    ///
    /// - Parameter vrf: the routing domain that the other tool stood in.
    /// - Throws: ``WorkflowError`` if the inventory is broken, the file is not understood, or the cache cannot be
    ///   written.
    package static func run(
        _ file: [UInt8], name: String, vantage: String?, vrf: String, _ project: Project, in world: World
    ) throws(WorkflowError) -> ScanRun {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        try loaded.requireKnown(vrf: vrf)
        var result = try read(file, name: name, vantage: vantage ?? world.hostName)
        for index in result.observations.indices { result.observations[index].vrf = vrf }
        result.run.coverage = coverage(of: result.observations, ScanTargets(loaded.plan, vrf: vrf))
        for notice in result.run.notices { world.notify("\(name): \(notice)") }
        do {
            try project.openCache(in: world).record(result)
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError("\(error)")
        }
        return result.run
    }

    private static func read(
        _ file: [UInt8], name: String, vantage: String
    ) throws(WorkflowError) -> ScanResult {
        do {
            return try IntakeFormats.read(file, name: name, vantage: vantage)
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
