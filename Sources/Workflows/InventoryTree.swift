import FileStore
import Findings
import Foundation

/// The YAML files below the inventory directory, and what is there besides that cannot be read as one.
struct InventoryTree {
    /// The files.
    let sources: SourceFiles
    /// Links, pipes, devices and files that are too large.
    let faults: [Fault]

    /// Reads the tree.
    ///
    /// - Throws: ``WorkflowError`` if the directory is missing or empty, or a file cannot be read: an inventory that is
    ///   only partly there must not pass for a whole one.
    static func read(_ directory: String) throws(WorkflowError) -> InventoryTree {
        let tree = try files(below: directory)
        func full(_ path: String) -> String { path.isEmpty ? directory : "\(directory)/\(path)" }
        let refused = tree.problems.map { SourceFile(path: full($0.path), bytes: []) }
        let sources = SourceFiles(tree.files.map { SourceFile(path: full($0.path), bytes: $0.bytes) } + refused)
        let places = Dictionary(sources.files.enumerated().map { ($1.path, UInt32($0)) }) { first, _ in first }
        return InventoryTree(
            sources: sources,
            faults: tree.problems.map { fault($0, path: full($0.path), file: places[full($0.path)] ?? 0) }
        )
    }

    /// Reads the files of the tree as they are.
    ///
    /// - Throws: ``WorkflowError`` as ``read(_:)`` does.
    static func files(below directory: String) throws(WorkflowError) -> FileTree {
        let tree: FileTree
        do {
            tree = try TreeReader().read(directory)
        } catch {
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: directory) {
                throw WorkflowError(
                    "'\(directory)' is a symbolic link to '\(target)', and none is followed: name the directory itself "
                        + "with --inventory DIR")
            }
            throw WorkflowError(
                "\(error): the inventory is a directory of YAML files; name another with -C DIR or --inventory DIR"
            )
        }
        func full(_ path: String) -> String { path.isEmpty ? directory : "\(directory)/\(path)" }
        for problem in tree.problems {
            switch problem.kind {
            case .unreadable, .changing: throw WorkflowError("\(full(problem.path)) \(problem.kind)")
            default: continue
            }
        }
        guard !tree.files.isEmpty || !tree.problems.isEmpty else {
            throw WorkflowError("there is no YAML file below \(directory): an empty inventory is never meant")
        }
        return tree
    }

    /// What is reported of something in the tree that is not read.
    static func fault(_ problem: FileProblem, path: String, file: UInt32) -> Fault {
        let rule: RuleID =
            switch problem.kind {
            case .tooLarge, .tooDeep: "file-limit"
            default: "unsafe-file"
            }
        return Fault(
            rule, "\(path) \(problem.kind)", at: SourceSpan(file: file, start: 0, end: 0),
            subject: Subject(.document, path)
        )
    }
}
