import Chronology
import Exports
import Findings
import GitObjects
import InventoryModel

extension LoadedInventory {
    /// Why a routing domain cannot be chosen for a format; nil if it can.
    func refusal(of vrf: String, for format: any ExportFormat) -> String? {
        guard format.servesOneVRF else {
            return "\(format.name) holds all routing domains: no vrf is to be chosen for it"
        }
        let known = [VRF.defaultName] + inventory.vrfs.map(\.name.value)
        if known.contains(vrf) { return nil }
        let hint = Spelling.nearest(to: vrf, among: known).map { "did you mean '\($0)'?" }
        return "there is no vrf '\(vrf)'; \(hint ?? "there are \(known.joined(separator: ", "))")"
    }

    /// When the inventory was last committed, if the serial of a zone follows from that; nil otherwise.
    ///
    /// - Throws: ``WorkflowError`` if it was never committed, or Git does not say.
    func revised(_ project: Project, in world: World) throws(WorkflowError) -> Timestamp? {
        let policies = [inventory.settings?.dns?.serial] + inventory.zones.map(\.serial)
        guard policies.contains(.git) else { return nil }
        do {
            let repository = try GitRepository(environment: world.environment)
            let commits = try repository.milestones(
                of: project.inventory, upTo: try repository.revision("HEAD"), limit: 1)
            if let latest = commits.first { return Timestamp(seconds: latest.seconds) }
        } catch {
            throw WorkflowError("`serial: git` is the moment of the last commit: \(error.message)")
        }
        throw WorkflowError("`serial: git` is the moment of the last commit, and \(project.inventory) has none")
    }
}
