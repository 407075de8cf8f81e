import Changes
package import Chronology
import Drift
import FileStore
package import Findings
package import InventoryModel
import Reports
import Validation

/// An inventory that has been read, resolved and validated.
package struct LoadedInventory: Sendable {
    /// The files it was read from.
    package let sources: SourceFiles
    /// What they declare, with references resolved.
    package let plan: AddressPlan
    /// What is wrong with it, waivers counted in.
    package let findings: FindingList

    /// Reads and validates all files below the inventory directory.
    ///
    /// - Throws: ``WorkflowError`` if there is no inventory, or a file cannot be read.
    package static func load(_ project: Project, today: CalendarDate) throws(WorkflowError) -> LoadedInventory {
        let tree = try InventoryTree.read(project.inventory)
        let reading = InventoryReader.read(tree.sources)
        let complete = InventoryReading(inventory: reading.inventory, faults: reading.faults + tree.faults)
        let loaded = judge(complete, sources: tree.sources, today: today)
        try loaded.requireDeclarations(of: project)
        return loaded
    }

    /// Refuses an inventory that is in order and declares nothing.
    func requireDeclarations(of project: Project) throws(WorkflowError) {
        guard findings.all.isEmpty, inventory.declaresNothing else { return }
        throw WorkflowError(
            "the files below \(project.inventory) declare nothing: an empty inventory is never meant")
    }

    /// Resolves and validates what was read.
    static func judge(_ reading: InventoryReading, sources: SourceFiles, today: CalendarDate) -> LoadedInventory {
        let plan = AddressPlan(reading.inventory)
        let found = Validator.findings(in: reading, plan: plan, sources: sources, today: today, otherRules: otherRules)
        return LoadedInventory(sources: sources, plan: plan, findings: found)
    }

    /// The rules outside validation, which waivers and settings may name as well.
    static let otherRules = Set(DriftRules.all.map(\.card.id) + ChangeRules.all.map(\.card.id))

    /// Everything that is declared.
    package var inventory: Inventory { plan.inventory }

    /// What an inventory is to be used for.
    package enum Use: Sendable {
        /// To know which addresses nobody has.
        case space
        /// To know who has which address.
        case addresses
        /// To know that and all names.
        case names
    }

    /// Whether text or references are too broken for a use.
    ///
    /// What rests on the calendar alone, such as an expired waiver, does not count: the addresses are as clear as
    /// before. Neither does a fault in DNS where only addresses matter.
    func hasObstacles(to use: Use) -> Bool {
        let harmless = Set(ValidationRules.all.filter { !Self.isObstacle($0, to: use) }.map(\.card.id))
        return findings.open.contains { $0.severity == .error && !harmless.contains($0.rule) }
    }

    private static func isObstacle(_ rule: any ValidationRule, to use: Use) -> Bool {
        switch use {
        case .names: ![.policy, .waivers].contains(rule.card.chapter)
        case .addresses: ![.policy, .waivers, .dns].contains(rule.card.chapter)
        // What was read is taken, and be it twice; what could not be read may be anything.
        case .space:
            rule is any ReadingRule && rule.card.chapter != .dns && !(rule is InvalidMAC) || rule is UnknownVRF
                || rule is AmbiguousVRF
        }
    }

    /// Refuses to act on an inventory whose text or references are too broken for it.
    ///
    /// - Throws: ``WorkflowError`` with the findings in the way.
    package func requireSound(for use: Use = .addresses) throws(WorkflowError) {
        guard hasObstacles(to: use) else { return }
        let errors = Plural.count(findings.count(.error), of: "error")
        throw WorkflowError(
            "the inventory has \(errors): mend it first; `ipam validate` shows it all",
            findings: findings
        )
    }

    /// Refuses a site that is not declared.
    ///
    /// - Throws: ``WorkflowError`` that names the nearest one.
    func requireKnown(site: String) throws(WorkflowError) {
        let names = Set(inventory.sites.map(\.name.value))
        guard !names.contains(site) else { return }
        let hint = Spelling.nearest(to: site, among: names).map { "did you mean '\($0)'?" }
        let known = names.isEmpty ? "there are none" : "there are \(names.sorted().joined(separator: ", "))"
        throw WorkflowError("no site '\(site)' is declared; \(hint ?? known)", status: .usage)
    }

    /// Refuses a routing domain that is not declared.
    ///
    /// - Throws: ``WorkflowError`` that names the nearest one.
    func requireKnown(vrf: String) throws(WorkflowError) {
        let names = Set(inventory.vrfs.map(\.name.value) + [VRF.defaultName])
        guard !names.contains(vrf) else { return }
        let hint = Spelling.nearest(to: vrf, among: names).map { "did you mean '\($0)'?" }
        throw WorkflowError(
            "no VRF '\(vrf)' is declared; \(hint ?? "there are \(names.sorted().joined(separator: ", "))")",
            status: .usage
        )
    }
}
