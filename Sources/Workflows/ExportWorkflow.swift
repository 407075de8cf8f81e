import Chronology
import Exports
import Observations

/// Renders the inventory in another format.
package enum ExportWorkflow {
    /// An export that is ready to be printed or written.
    package struct Prepared: Sendable {
        let format: any ExportFormat
        let loaded: LoadedInventory
        let state: NetworkState
        let now: Timestamp

        /// The text of a format of one file.
        ///
        /// - Throws: ``WorkflowError`` for a format of several files.
        package func singleText() throws(WorkflowError) -> String {
            guard format.isSingleFile else {
                throw WorkflowError("\(format.name) writes several files: say where with --out DIR", status: .usage)
            }
            return files(previous: { _ in nil }).first?.text ?? ""
        }

        /// Writes the file, or the files into a directory, or only compares.
        ///
        /// - Throws: ``WorkflowError`` if one cannot be read or written; then none is.
        package func write(to path: String, check: Bool) throws(WorkflowError) -> WrittenFiles {
            if format.isSingleFile {
                return try OutputDirectory.writeFile(path, text: singleText(), check: check)
            }
            let directory = OutputDirectory(path)
            return try directory.write(files(previous: directory.contents), check: check)
        }

        func files(previous: @escaping @Sendable (String) -> [UInt8]?) -> [OutputFile] {
            let input = ExportInput(
                plan: loaded.plan, sources: loaded.sources, state: state, previous: previous, now: now
            )
            return format.render(input).map { OutputFile(path: $0.path, text: $0.text) }
        }
    }

    /// Loads what the export is made of.
    ///
    /// - Throws: ``WorkflowError`` if there is no such format, the inventory is broken, or the cache cannot be read.
    package static func run(
        _ format: String, _ project: Project, in world: World
    ) throws(WorkflowError) -> Prepared {
        guard let format = ExportFormats.all.first(where: { $0.name == format }) else {
            let names = ExportFormats.all.map(\.name).joined(separator: ", ")
            throw WorkflowError("there is no export format '\(format)'; there are \(names)", status: .usage)
        }
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound()
        return Prepared(format: format, loaded: loaded, state: try project.networkState(), now: world.now())
    }
}
