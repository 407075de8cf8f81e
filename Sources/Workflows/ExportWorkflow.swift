import Changes
import Chronology
import Exports
import Findings
import InventoryModel
import Observations
import ZoneData

/// Renders the inventory in another format.
package enum ExportWorkflow {
    /// How to write an export.
    package struct WriteOptions: Sendable {
        /// Whether only to compare.
        package var isCheck = false
        /// Whether to remove files that carry the format's mark and are no longer made.
        package var prunes = false
        /// The number of removals that a person acknowledged.
        package var allowedRemovals: Int?
        /// The directory of what is in use now, if that is elsewhere than where files are written.
        package var previous: String?

        /// Writes, removes no file, and acknowledges nothing.
        package init() {}
    }

    /// An export that is ready to be printed or written.
    package struct Prepared: Sendable {
        let format: any ExportFormat
        let project: Project
        let loaded: LoadedInventory
        let zones: DerivedZones
        let state: NetworkState
        let now: Timestamp
        let isContinuousIntegration: Bool
        var choices = ExportChoices()

        /// The text of a format of one file.
        ///
        /// - Throws: ``WorkflowError`` for a format of several files.
        package func singleText() throws(WorkflowError) -> String {
            guard format.layout == .file else {
                throw WorkflowError("\(format.name) writes several files: say where with --out DIR", status: .usage)
            }
            return files(previous: { _ in nil }).first?.text ?? ""
        }

        /// The file of a format of one file, among whatever lines of others are there already.
        ///
        /// - Throws: ``WorkflowError`` if it is not plain which lines are ours.
        func singleFile(_ path: String, over old: [UInt8]?) throws(WorkflowError) -> OutputFile {
            let text = try singleText()
            guard let old, !old.isEmpty else { return OutputFile(path: path, text: text) }
            guard let placed = format.placed(text, in: String(decoding: old, as: UTF8.self)) else {
                throw WorkflowError("\(path) has not one beginning and one end of our block: mend it by hand")
            }
            return OutputFile(path: path, text: placed)
        }

        /// Writes the file, or the files into a directory, or only compares.
        ///
        /// - Throws: ``WorkflowError`` if one cannot be read or written, or more would be removed than may be; then nothing
        ///   is written.
        package func write(to path: String, _ options: WriteOptions) throws(WorkflowError) -> WrittenFiles {
            let (directory, name) =
                format.layout == .file
                ? try OutputDirectory.holding(path, of: project) : (OutputDirectory(path, of: project), "")
            let former = options.previous.map { OutputDirectory($0, of: project) } ?? directory
            if options.previous != nil { try former.requireDirectory() }
            let earlier = FormerFiles(of: former, to: options.previous == nil ? "write" : "go on from")
            let files =
                format.layout == .file
                ? [try singleFile(name, over: directory.present(name))] : files(previous: { earlier[$0] })
            try requireReplaceable(files, in: directory, after: earlier)
            let stale = try directory.stale(format, besides: Set(files.map(\.path)))
            var removals = OutputRemovals()
            var isFirst = true
            for file in files {
                guard let old = earlier[file.path] else { continue }
                isFirst = false
                removals.replace(file.path, old, by: file.bytes, format)
            }
            if options.prunes { for file in stale { removals.remove(file.path, file.bytes, format) } }
            if !options.isCheck {
                let limits = SafetyLimits(loaded.inventory.settings)
                try removals.requireAllowed(options.allowedRemovals, by: limits)
            }
            let missteps = files.compactMap { misstep($0, after: earlier) }
            var written = try directory.write(
                files, removing: options.prunes ? stale.map(\.path) : [], check: options.isCheck)
            written.notices += missteps
            if !options.prunes { written.stale = stale.map(\.path) }
            if isFirst, format.remembers, isContinuousIntegration {
                written.notices.append(
                    "nothing is there of an earlier run, so serials begin anew, and servers may hold higher ones: keep "
                        + "\(path) from run to run, or name what is in use with --previous")
            }
            return written
        }

        func input(previous: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }) -> ExportInput {
            ExportInput(
                plan: loaded.plan, zones: zones, sources: loaded.sources, state: state, now: now, choices: choices,
                previous: previous)
        }

        func files(previous: @escaping @Sendable (String) -> [UInt8]?) -> [OutputFile] {
            format.render(input(previous: previous)).map { OutputFile(path: $0.path, bytes: $0.bytes) }
        }
    }

    /// Loads what the export is made of.
    ///
    /// - Parameters:
    ///   - vrf: the routing domain that a DHCP server is for; nil for the default one.
    ///   - leastSerial: what no serial may be older than.
    /// - Throws: ``WorkflowError`` if there is no such format, it leaves nothing open that is chosen, the inventory is
    ///   broken, or the cache cannot be read.
    package static func run(
        _ format: String, vrf: String? = nil, leastSerial: UInt32? = nil, _ project: Project, in world: World
    ) throws(WorkflowError) -> Prepared {
        guard let format = ExportFormats.named(format) else {
            let names = ExportFormats.all.map(\.name).joined(separator: ", ")
            throw WorkflowError("there is no export format '\(format)'; there are \(names)", status: .usage)
        }
        guard leastSerial == nil || format.remembers else {
            throw WorkflowError("\(format.name) has no serials for --min-serial", status: .usage)
        }
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound(for: .names)
        var choices = ExportChoices()
        choices.leastSerial = leastSerial
        if let vrf {
            if let reason = loaded.refusal(of: vrf, for: format) { throw WorkflowError(reason, status: .usage) }
            choices.vrf = vrf
        }
        if format.remembers { choices.revised = try loaded.revised(project, in: world) }
        let prepared = Prepared(
            format: format, project: project, loaded: loaded, zones: DerivedZones(loaded.plan),
            state: try project.networkState(), now: world.now(),
            isContinuousIntegration: world.environment["CI"] != nil, choices: choices
        )
        world.discard(prepared)
        try requireWritable(prepared, in: world)
        return prepared
    }

    /// Tells what cannot be written in a format, and refuses what its readers would refuse.
    ///
    /// - Throws: ``WorkflowError`` with the first thing that would be refused.
    static func requireWritable(_ prepared: Prepared, in world: World) throws(WorkflowError) {
        let format = prepared.format
        var locator = SourceLocator(prepared.loaded.sources)
        var fatal: [String] = []
        for problem in format.problems(prepared.input()) {
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
