import Changes
import Chronology
import Exports
import Findings
import InventoryModel
import Observations
import Reports
import ZoneData

/// Writes what the inventory's `settings.outputs` asks for.
struct OutputSettings {
    /// One output and the files it came to.
    struct Written {
        let format: String
        let path: String
        let files: WrittenFiles
    }

    private let loaded: LoadedInventory
    private let zones: DerivedZones
    private let state: NetworkState
    private let drift: FindingReport
    private let now: Timestamp
    private let world: World
    private let project: Project

    init(_ loaded: LoadedInventory, state: NetworkState, drift: FindingReport, of project: Project, in world: World) {
        self.loaded = loaded
        zones = DerivedZones(loaded.plan)
        self.state = state
        self.drift = drift
        now = world.now()
        self.world = world
        self.project = project
    }

    /// Renders everything first and then writes all of it or nothing.
    ///
    /// - Throws: ``WorkflowError`` if a format is unknown, a path leads out of the working directory, more would be
    ///   removed than may be, or a file cannot be written.
    func write(allowingRemovals allowedRemovals: Int?) throws(WorkflowError) -> [Written] {
        let working = OutputDirectory(".", of: project)
        let former = FormerFiles(of: working)
        var rendered: [(setting: OutputSetting, files: [OutputFile])] = []
        var removals = OutputRemovals()
        for setting in loaded.inventory.settings?.outputs ?? [] {
            let files = try render(setting, working, former)
            rendered.append((setting, files))
            guard let format = ExportFormats.named(setting.format.value) else { continue }
            for file in files {
                if let old = former[file.path] { removals.replace(file.path, old, by: file.bytes, format) }
            }
        }
        try removals.requireAllowed(allowedRemovals, by: SafetyLimits(loaded.inventory.settings))
        let stale = try rendered.map { setting, own throws(WorkflowError) in try leftovers(setting, own, in: working) }
        let files = try working.write(rendered.flatMap(\.files), check: false)
        return zip(rendered, stale).map { output, stale in
            var part = files.restricted(to: output.files)
            part.stale = stale
            return Written(format: output.setting.format.value, path: output.setting.path.value, files: part)
        }
    }

    /// The paths that an earlier run left for an output and that this one does not make.
    private func leftovers(
        _ setting: OutputSetting, _ files: [OutputFile], in working: OutputDirectory
    ) throws(WorkflowError) -> [String] {
        guard let format = ExportFormats.named(setting.format.value), format.layout == .directory else { return [] }
        return try working.stale(format, below: setting.path.value, besides: Set(files.map(\.path))).map(\.path)
    }

    /// Refuses unknown formats and forbidden paths, so that they show before the network is probed.
    ///
    /// - Throws: ``WorkflowError`` with the place of the first one.
    static func requireValid(_ loaded: LoadedInventory, of project: Project) throws(WorkflowError) {
        let protected = ProtectedPlaces(project)
        for setting in loaded.inventory.settings?.outputs ?? [] {
            let name = setting.format.value
            guard ReportFormats.named(name) != nil || ExportFormats.named(name) != nil else {
                throw unknownFormat(setting, loaded)
            }
            if let vrf = setting.vrf, let format = ExportFormats.named(name),
                let reason = loaded.refusal(of: vrf.value, for: format)
            {
                throw WorkflowError("\(place(of: vrf.span, in: loaded)): \(reason)")
            }
            do {
                try protected.requireOutside(setting.path.value)
                if ExportFormats.named(name) == nil { try ProtectedPlaces.requireNoDocument(setting.path.value) }
            } catch {
                throw WorkflowError("\(place(of: setting.path.span, in: loaded)): \(error.message)")
            }
        }
    }

    private static func unknownFormat(_ setting: OutputSetting, _ loaded: LoadedInventory) -> WorkflowError {
        let names = Set(ReportFormats.all.map(\.name) + ExportFormats.all.map(\.name)).sorted()
        let nearest = Spelling.nearest(to: setting.format.value, among: names).map { "did you mean '\($0)'?" }
        let help = nearest ?? "there are \(names.joined(separator: ", "))"
        let place = place(of: setting.format.span, in: loaded)
        return WorkflowError("\(place): there is no output format '\(setting.format.value)'; \(help)")
    }

    private static func place(of span: SourceSpan, in loaded: LoadedInventory) -> String {
        var locator = SourceLocator(loaded.sources)
        let location = locator.location(of: span)
        return "\(location.path):\(location.line):\(location.column)"
    }

    private func render(
        _ setting: OutputSetting, _ working: OutputDirectory, _ former: FormerFiles
    ) throws(WorkflowError) -> [OutputFile] {
        let name = setting.format.value
        let path = setting.path.value
        // `csv` and `json` name a report and an export, and here mean the latter.
        guard let format = ExportFormats.named(name) else {
            guard let report = ReportFormats.named(name) else { throw Self.unknownFormat(setting, loaded) }
            return [OutputFile(path: path, text: report.render(drift, style: .plain(in: project.directory)))]
        }
        var prepared = ExportWorkflow.Prepared(
            format: format, project: project, loaded: loaded, zones: zones, state: state, now: now,
            isContinuousIntegration: false)
        if let vrf = setting.vrf { prepared.choices.vrf = vrf.value }
        if format.remembers { prepared.choices.revised = try loaded.revised(project, in: world) }
        try ExportWorkflow.requireWritable(prepared, in: world)
        let files =
            format.layout == .file
            ? [try prepared.singleFile(path, over: working.present(path))]
            : prepared.files { former["\(path)/\($0)"] }
                .map { OutputFile(path: "\(path)/\($0.path)", bytes: $0.bytes) }
        try prepared.requireReplaceable(files, in: working, after: former)
        for misstep in files.compactMap({ prepared.misstep($0, after: former) }) { world.notify(misstep) }
        return files
    }
}
