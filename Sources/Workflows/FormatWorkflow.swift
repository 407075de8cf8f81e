import Chronology
import FileStore
package import Findings
import Formatting
import FoundationEssentials
import InventoryModel

/// Lays out inventory files without changing what they say: the one workflow that writes into the inventory.
package enum FormatWorkflow {
    /// What was done.
    package struct Outcome: Sendable {
        /// The files that were laid out anew, or would be, by path.
        package let changed: [String]
        /// Why other files were left as they are.
        package let refused: FindingList
    }

    /// Lays out the named files, or the whole inventory if none is named. A file that is as it should be is not touched.
    ///
    /// - Parameter check: write nothing.
    /// - Throws: ``WorkflowError`` if a file cannot be read or written.
    package static func run(
        _ paths: [String], _ project: Project, check: Bool, in world: World
    ) throws(WorkflowError) -> Outcome {
        let tree = paths.isEmpty ? try InventoryTree.read(project.inventory) : try read(paths)
        let files = tree.sources.files
        let outcomes = Array(files.indices).concurrentMap(workers: 2) {
            nameFault(of: files[$0], index: UInt32($0)) ?? InventoryFormatter.format(files[$0], index: UInt32($0))
        }
        var changed: [OutputFile] = []
        var faults = tree.faults
        for (file, outcome) in zip(files, outcomes) {
            switch outcome {
            case .unchanged: continue
            case .changed(let bytes): changed.append(OutputFile(path: file.path, bytes: bytes))
            case .refused(let reasons): faults += reasons
            }
        }
        if !check { try write(changed) }
        return Outcome(changed: changed.map(\.path), refused: findings(faults, in: tree.sources, world))
    }

    /// Why a file cannot be written back: under the name that is known it would be another one.
    private static func nameFault(of file: SourceFile, index: UInt32) -> FormattingOutcome? {
        guard file.path.unicodeScalars.contains("\u{fffd}") else { return nil }
        return .refused([
            Fault(
                "unsafe-file", "\(file.path) has a name that is not UTF-8, and is left as it is: rename it",
                at: SourceSpan(file: index, start: 0, end: 0), subject: Subject(.document, file.path))
        ])
    }

    private static func read(_ paths: [String]) throws(WorkflowError) -> InventoryTree {
        var files: [SourceFile] = []
        var seen: Set<String> = []
        for path in paths where seen.insert(URL(filePath: path).standardized.path).inserted {
            do {
                files.append(SourceFile(path: path, bytes: try FileReader.bytes(of: path, limit: largestFile)))
            } catch {
                throw WorkflowError("\(error)")
            }
        }
        return InventoryTree(sources: SourceFiles(files), faults: [])
    }

    private static let largestFile = 8 << 20

    /// Writes each directory's files all or none.
    private static func write(_ files: [OutputFile]) throws(WorkflowError) {
        let directories = Dictionary(grouping: files) { file in
            file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? "./"
        }
        for (directory, files) in directories.sorted(by: { $0.key < $1.key }) {
            do {
                var batch = OutputBatch(root: directory)
                for file in files {
                    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
                    try batch.stage(file.bytes, at: name)
                }
                _ = try batch.commit()
            } catch {
                throw WorkflowError("\(error)")
            }
        }
    }

    private static func findings(_ faults: [Fault], in sources: SourceFiles, _ world: World) -> FindingList {
        var locator = SourceLocator(sources)
        let found = faults.map { Finding($0, severity: .error, locator: &locator) }
        return FindingList(found, waivers: [], today: world.now().day)
    }
}
