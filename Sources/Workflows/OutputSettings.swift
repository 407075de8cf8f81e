import Chronology
import Exports
import Findings
import InventoryModel
import Observations
import Reports

/// Writes what the inventory's `settings.outputs` asks for.
struct OutputSettings {
    /// One output and the files it came to.
    struct Written {
        let format: String
        let path: String
        let files: WrittenFiles
    }

    private let loaded: LoadedInventory
    private let state: NetworkState
    private let drift: FindingReport
    private let now: Timestamp
    private let world: World

    init(_ loaded: LoadedInventory, state: NetworkState, drift: FindingReport, in world: World) {
        self.loaded = loaded
        self.state = state
        self.drift = drift
        now = world.now()
        self.world = world
    }

    /// Renders everything first and then writes all of it or nothing.
    ///
    /// - Throws: ``WorkflowError`` if a format is unknown, a path leads out of the working directory, or a file cannot
    ///   be written.
    func write() throws(WorkflowError) -> [Written] {
        let working = OutputDirectory(".")
        var rendered: [(setting: OutputSetting, files: [OutputFile])] = []
        for setting in loaded.inventory.settings?.outputs ?? [] {
            rendered.append((setting, try render(setting, working)))
        }
        let files = try working.write(rendered.flatMap(\.files), check: false)
        return rendered.map { setting, own in
            Written(format: setting.format.value, path: setting.path.value, files: files.restricted(to: own))
        }
    }

    private func render(_ setting: OutputSetting, _ working: OutputDirectory) throws(WorkflowError) -> [OutputFile] {
        let name = setting.format.value
        let path = setting.path.value
        if let format = ReportFormats.all.first(where: { $0.name == name && $0.name != "json" }) {
            return [OutputFile(path: path, text: format.render(drift, style: .plain))]
        }
        guard let format = ExportFormats.named(name) else {
            let names = (ReportFormats.all.map(\.name) + ExportFormats.all.map(\.name)).sorted()
            throw WorkflowError(
                "settings.outputs names the format '\(name)'; there are \(Set(names).sorted().joined(separator: ", "))"
            )
        }
        try ExportWorkflow.requireWritable(loaded, as: format, in: world)
        let prepared = ExportWorkflow.Prepared(format: format, loaded: loaded, state: state, now: now)
        if format.layout == .file {
            return [OutputFile(path: path, text: try prepared.singleText())]
        }
        return prepared.files { working.contents("\(path)/\($0)") }
            .map { OutputFile(path: "\(path)/\($0.path)", bytes: $0.bytes) }
    }
}
