import Chronology
import FileStore
import Findings
import Foundation
import InventoryModel

/// The inventory as it was read under the lock, and as the changes so far have made it.
struct EditSession {
    private let options: EditWorkflow.Options
    private let project: Project
    private let world: World
    private let faults: [Fault]
    private let firstErrors: Set<Fingerprint>
    private let original: SourceFiles
    private var current: LoadedInventory
    /// What is not written yet.
    private var pending: [String: [UInt8]] = [:]
    /// The files that this session wrote.
    private var written: [String: [UInt8]] = [:]
    private var outcome = EditOutcome()
    private var recorder: ChangeRecorder?

    /// Reads the inventory.
    init(_ options: EditWorkflow.Options, _ project: Project, _ world: World) throws(WorkflowError) {
        self.options = options
        self.project = project
        self.world = world
        let tree = try InventoryTree.read(project.inventory)
        faults = tree.faults
        original = tree.sources
        current = Self.judge(tree.sources, faults, world)
        firstErrors = Self.errors(of: current)
        if options.commits, !options.isDryRun {
            recorder = try ChangeRecorder(branch: options.branch, in: world)
        }
    }

    /// Makes one change, and with commits writes it.
    mutating func make(_ change: any InventoryChange) throws(WorkflowError) {
        var draft = InventoryDraft(current, file: options.file, project, world)
        try change.make(in: &draft)
        let files = try draft.finish()
        outcome.results += draft.results
        guard !files.isEmpty else {
            draft.messages.forEach(world.notify)
            return
        }
        let edited = Self.judge(Self.replacing(files, in: current.sources), faults, world)
        try requireNoNewErrors(edited)
        world.discard(current)
        let before = current.sources
        current = edited
        outcome.messages += draft.messages
        for file in files { pending[file.path] = file.bytes }
        guard var recorder, !options.isDryRun else { return }
        try recorder.requireCommitted(files.compactMap { before.file(at: $0.path) })
        try write()
        outcome.commits.append(try recorder.commit(files, messages: draft.messages))
        outcome.branch = recorder.branch
        self.recorder = recorder
    }

    /// Writes what is not written yet, and says what was done.
    mutating func finish() throws(WorkflowError) -> EditOutcome {
        let changed = current.sources.files.filter { original.file(at: $0.path)?.bytes != $0.bytes }
        outcome.changed = changed.map(\.path)
        outcome.diff = changed.map { UnifiedDiff.text($0.path, original.file(at: $0.path)?.bytes, $0.bytes) }.joined()
        if !options.isDryRun { try write() }
        let left = Self.errors(of: current).count
        if left > 0, !outcome.changed.isEmpty {
            world.notify("the inventory has \(left) \(left == 1 ? "error that was" : "errors that were") there before")
        }
        world.discard(current)
        return outcome
    }

    // MARK: Judging

    private static func judge(_ sources: SourceFiles, _ faults: [Fault], _ world: World) -> LoadedInventory {
        let reading = InventoryReader.read(sources)
        let complete = InventoryReading(inventory: reading.inventory, faults: reading.faults + faults)
        return LoadedInventory.judge(complete, sources: sources, today: world.now().day)
    }

    private static func errors(of loaded: LoadedInventory) -> Set<Fingerprint> {
        Set(loaded.findings.open.filter { $0.severity == .error }.map(\.fingerprint))
    }

    private func requireNoNewErrors(_ edited: LoadedInventory) throws(WorkflowError) {
        let new = edited.findings.open.filter { $0.severity == .error && !firstErrors.contains($0.fingerprint) }
        guard !new.isEmpty else { return }
        throw WorkflowError(
            "the inventory would have \(new.count) new error\(new.count == 1 ? "" : "s"): nothing was written",
            findings: FindingList(new, waivers: [], today: world.now().day))
    }

    private static func replacing(_ files: [OutputFile], in sources: SourceFiles) -> SourceFiles {
        let paths = Set(files.map(\.path))
        return SourceFiles(
            sources.files.filter { !paths.contains($0.path) }
                + files.map { SourceFile(path: $0.path, bytes: $0.bytes) })
    }

    // MARK: Writing

    private mutating func write() throws(WorkflowError) {
        guard !pending.isEmpty else { return }
        var batch = OutputBatch(root: project.inventory)
        for (path, bytes) in pending.sorted(by: { $0.key < $1.key }) {
            try requireUnchanged(path)
            do {
                try batch.stage(bytes, at: String(path.dropFirst(project.inventory.count + 1)))
            } catch {
                throw WorkflowError("\(error)")
            }
        }
        do {
            _ = try batch.commit()
        } catch {
            throw WorkflowError("\(error): nothing was changed")
        }
        written.merge(pending) { $1 }
        pending = [:]
    }

    /// Refuses to write over what somebody changed while the change was worked out.
    private func requireUnchanged(_ path: String) throws(WorkflowError) {
        let known = written[path] ?? original.file(at: path)?.bytes
        let found: [UInt8]?
        do throws(FileError) {
            found = try FileReader.bytes(of: path, limit: 16 << 20)
        } catch {
            guard error.code == .missing else { throw WorkflowError("\(error)") }
            found = nil
        }
        guard found == known else {
            throw WorkflowError("'\(path)' was changed by somebody else meanwhile, and nothing was written: try again")
        }
    }
}
