import Chronology
import Findings
import InventoryModel
import Validation

/// Judges what an edit makes of an inventory by what it changes, whatever else is wrong with it.
struct EditJudge {
    /// An inventory that was read, and the errors by which an edit of it is judged.
    struct Judgement {
        let loaded: LoadedInventory
        /// Its errors; where something could not be read, those too that may only seem to be there for that.
        let errors: [Finding]
        /// Whether something could not be read, so that what refers to it, or what it refers to, is not known.
        let hasGaps: Bool

        /// The errors that another version does not have.
        func errors(notIn other: Judgement) -> [Finding] {
            let known = Set(other.errors.map(\.fingerprint))
            return errors.filter { !known.contains($0.fingerprint) }
        }
    }

    /// The rules about files that cannot be read as a whole: nobody knows what is in them.
    private static let unreadable: Set<RuleID> = ["yaml-syntax", "yaml-feature", "file-limit", "unsafe-file"]

    /// What is wrong with the tree of files itself.
    let faults: [Fault]
    let today: CalendarDate

    /// Reads and judges files.
    func judge(_ sources: SourceFiles) -> Judgement {
        let reading = InventoryReader.read(sources)
        let complete = InventoryReading(inventory: reading.inventory, faults: reading.faults + faults)
        let loaded = LoadedInventory.judge(complete, sources: sources, today: today)
        let hasGaps = complete.faults.contains { $0.rule != "unknown-key" }
        let findings =
            hasGaps
            ? Validator.findings(
                in: complete, plan: loaded.plan, sources: sources, today: today,
                otherRules: LoadedInventory.otherRules, judgesAbsence: true)
            : loaded.findings
        return Judgement(
            loaded: loaded, errors: findings.open.filter { $0.severity == .error }, hasGaps: hasGaps)
    }

    /// Refuses to edit an inventory of which a whole file cannot be read.
    func requireReadable(_ loaded: LoadedInventory) throws(WorkflowError) {
        let found = loaded.findings.all.filter { Self.unreadable.contains($0.rule) }
        guard let first = found.first?.location else { return }
        let paths = Set(found.compactMap(\.location?.path))
        throw WorkflowError(
            paths.count == 1
                ? "'\(first.path)' cannot be read, and nobody knows what it declares: mend it first"
                : "\(paths.count) files cannot be read, and nobody knows what they declare: mend them first",
            findings: FindingList(found, waivers: [], today: today))
    }
}
