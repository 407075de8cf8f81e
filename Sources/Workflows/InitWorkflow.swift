import FileStore
import FoundationEssentials
import JSONShapes

/// Writes a first inventory, and what a repository needs around it.
package enum InitWorkflow {
    /// What was written, and what to do next.
    package struct Beginning: Sendable {
        /// The files, by path.
        package let files: [String]
        /// What to do next, each a command line with what it is good for.
        package let steps: [(command: String, purpose: String)]
        /// What has to be changed by hand before the workflows can run; nil if nothing.
        package let reminder: String?
    }

    /// Writes all files into the working directory, or none.
    ///
    /// - Parameter source: where the workflows take ipam from; a placeholder stays in them if it is nil.
    /// - Throws: ``WorkflowError`` that lists what is there already: nothing is ever overwritten.
    package static func run(
        _ project: Project, source: ToolSource?, in world: World
    ) throws(WorkflowError) -> Beginning {
        guard project.inventory == Project.standard.inventory else {
            throw WorkflowError("init writes into '\(Project.standard.inventory)' and nowhere else", status: .usage)
        }
        var files = StarterFiles.files(from: source ?? StarterFiles.placeholder)
        if let schema = SchemaCatalog.schema(named: "inventory") {
            files.append(OutputFile(path: "schemas/inventory.schema.json", text: schema.text()))
        }
        do {
            var batch = OutputBatch(root: ".")
            for file in files { try batch.stage(file.bytes, at: file.path) }
            let present = try batch.changes().filter { $0.action != .created }.map(\.path)
            guard present.isEmpty else { throw inTheWay(present) }
            return Beginning(
                files: try batch.commit().map(\.path), steps: steps,
                reminder: source == nil ? Self.reminder : nil
            )
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError("\(error)")
        }
    }

    private static func inTheWay(_ paths: [String]) -> WorkflowError {
        WorkflowError(
            "nothing was written: init overwrites nothing, and this is here already: \(paths.joined(separator: ", "))")
    }

    private static let reminder =
        "in .github/workflows, put where ipam is in place of OWNER/ipam, and the hash of a commit of it in place of COMMIT"

    private static var steps: [(command: String, purpose: String)] {
        let isRepository = FileManager.default.fileExists(atPath: ".git")
        return (isRepository ? [] : [("git init", "if this directory is not part of a repository yet")]) + [
            ("ipam validate", "checks the inventory"),
            ("ipam reconcile", "scans the loopback subnet, compares, and writes what settings.outputs asks for"),
            ("git add . && git commit -m 'Start the inventory'", "keeps it"),
            ("ipam plan --base HEAD", "says what has changed since then: nothing yet"),
            ("pre-commit run --all-files", "checks what `pre-commit install` would check before each commit"),
        ]
    }
}
