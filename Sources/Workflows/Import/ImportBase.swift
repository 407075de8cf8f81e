import Chronology
import FileStore
import Findings
import InventoryModel

/// The inventory that something is imported into, which may be none yet.
struct ImportBase {
    /// What is there, validated.
    let loaded: LoadedInventory
    /// The directory of its files.
    let directory: String
    /// The paths of its files below the directory.
    let paths: Set<String>
    /// The errors that are there already.
    let knownErrors: Set<Fingerprint>

    /// Reads the inventory.
    ///
    /// - Throws: ``WorkflowError`` if it is broken, or a file cannot be read.
    static func load(_ project: Project, today: CalendarDate) throws(WorkflowError) -> ImportBase {
        let tree = try isThere(project.inventory) ? try InventoryTree.read(project.inventory) : .empty
        let reading = InventoryReader.read(tree.sources)
        let complete = InventoryReading(inventory: reading.inventory, faults: reading.faults + tree.faults)
        let loaded = LoadedInventory.judge(complete, sources: tree.sources, today: today)
        try loaded.requireSound()
        let root = project.inventory + "/"
        return ImportBase(
            loaded: loaded, directory: project.inventory,
            paths: Set(
                tree.sources.files.map { $0.path.hasPrefix(root) ? String($0.path.dropFirst(root.count)) : $0.path }),
            knownErrors: Set(loaded.findings.all.filter { $0.severity == .error }.map(\.fingerprint)))
    }

    /// Whether there is a directory with a YAML file in it; one without is as good as none.
    private static func isThere(_ directory: String) throws(WorkflowError) -> Bool {
        do {
            let tree = try TreeReader().read(directory)
            return !tree.files.isEmpty || !tree.problems.isEmpty
        } catch {
            guard error.code == .missing else { throw WorkflowError("\(error)") }
            return false
        }
    }
}

extension InventoryTree {
    /// No files at all.
    fileprivate static var empty: InventoryTree { InventoryTree(sources: SourceFiles([]), faults: []) }
}
