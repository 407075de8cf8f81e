import Chronology
package import Reports

/// Reads and checks the whole inventory.
package enum ValidateWorkflow {
    /// What is wrong with the inventory.
    ///
    /// - Throws: ``WorkflowError`` if there is no inventory, or a file cannot be read.
    package static func run(_ project: Project, in world: World) throws(WorkflowError) -> FindingReport {
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        return FindingReport(
            kind: .validation, findings: loaded.findings, sources: loaded.sources, rules: RuleCatalog.validation)
    }
}
