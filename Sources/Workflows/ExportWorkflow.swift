import Chronology
import Exports
import Findings
import Observations

/// Renders the inventory in another format.
package enum ExportWorkflow {
    /// An export that is ready to be printed or written.
    package struct Prepared: Sendable {
        let format: any ExportFormat
        let project: Project
        let loaded: LoadedInventory
        let state: NetworkState
        let now: Timestamp

        /// The text of a format of one file.
        ///
        /// - Throws: ``WorkflowError`` for a format of several files.
        package func singleText() throws(WorkflowError) -> String {
            guard format.layout == .file else {
                throw WorkflowError("\(format.name) writes several files: say where with --out DIR", status: .usage)
            }
            return files(previous: { _ in nil }).first?.text ?? ""
        }

        /// Writes the file, or the files into a directory, or only compares.
        ///
        /// - Throws: ``WorkflowError`` if one cannot be read or written; then none is.
        package func write(to path: String, check: Bool) throws(WorkflowError) -> WrittenFiles {
            if format.layout == .file {
                return try OutputDirectory.writeFile(path, text: singleText(), of: project, check: check)
            }
            let directory = OutputDirectory(path, of: project)
            return try directory.write(files(previous: directory.contents), check: check)
        }

        func files(previous: @escaping @Sendable (String) -> [UInt8]?) -> [OutputFile] {
            let input = ExportInput(
                plan: loaded.plan, sources: loaded.sources, state: state, now: now, previous: previous
            )
            return format.render(input).map { OutputFile(path: $0.path, bytes: $0.bytes) }
        }
    }

    /// Loads what the export is made of.
    ///
    /// - Throws: ``WorkflowError`` if there is no such format, the inventory is broken, or the cache cannot be read.
    package static func run(
        _ format: String, _ project: Project, in world: World
    ) throws(WorkflowError) -> Prepared {
        guard let format = ExportFormats.named(format) else {
            let names = ExportFormats.all.map(\.name).joined(separator: ", ")
            throw WorkflowError("there is no export format '\(format)'; there are \(names)", status: .usage)
        }
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound(for: .names)
        try requireWritable(loaded, as: format, in: world)
        return Prepared(
            format: format, project: project, loaded: loaded, state: try project.networkState(), now: world.now()
        )
    }

    /// Tells what cannot be written in a format, and refuses what its readers would refuse.
    ///
    /// - Throws: ``WorkflowError`` with the first thing that would be refused.
    static func requireWritable(
        _ loaded: LoadedInventory, as format: any ExportFormat, in world: World
    ) throws(WorkflowError) {
        var locator = SourceLocator(loaded.sources)
        var fatal: [String] = []
        for problem in format.problems(loaded.plan) {
            let place = locator.location(of: problem.span)
            let text = "\(place.path):\(place.line):\(place.column): \(problem.reason)"
            if problem.isFatal { fatal.append(text) } else { world.notify("\(format.name): \(text)") }
        }
        guard !fatal.isEmpty else { return }
        let shown = fatal.prefix(20).joined(separator: "\n")
        let rest = fatal.count > 20 ? "\nand \(fatal.count - 20) more" : ""
        throw WorkflowError("\(format.name) would not be what is declared, so it is not written:\n\(shown)\(rest)")
    }
}
