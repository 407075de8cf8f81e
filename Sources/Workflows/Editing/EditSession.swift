import Chronology
import FileStore
import Findings

/// The inventory as it was read under the lock, and as the changes so far have made it.
struct EditSession {
    private let options: EditWorkflow.Options
    private let project: Project
    private let world: World
    private let judge: EditJudge
    private let first: EditJudge.Judgement
    private var current: EditJudge.Judgement
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
        judge = EditJudge(faults: tree.faults, today: world.now().day)
        first = judge.judge(tree.sources)
        current = first
        try judge.requireReadable(first.loaded)
        if options.commits, !options.isDryRun {
            recorder = try ChangeRecorder(branch: options.branch, in: world)
        }
    }

    /// Makes one change, and with commits writes it.
    mutating func make(_ change: any InventoryChange) throws(WorkflowError) {
        var draft = InventoryDraft(current.loaded, hasGaps: current.hasGaps, file: options.file, project, world)
        try change.make(in: &draft)
        let files = try draft.finish()
        outcome.results += draft.results
        guard !files.isEmpty else { return }
        let before = current.loaded.sources
        let edited = judge.judge(Self.replacing(files, in: before))
        try requireNoNewErrors(edited)
        world.discard(current)
        current = edited
        outcome.notes += draft.notes
        for file in files { pending[file.path] = file.bytes }
        guard var recorder else { return }
        let contents = try recorder.prepare(files, over: before)
        try write()
        outcome.commits.append(try recorder.commit(contents, messages: draft.notes.map(\.text)))
        outcome.branch = recorder.branch
        self.recorder = recorder
    }

    /// Writes what is not written yet, and says what was done.
    mutating func finish() throws(WorkflowError) -> EditOutcome {
        let changed = current.loaded.sources.files.filter { original.file(at: $0.path)?.bytes != $0.bytes }
        outcome.changed = changed.map(\.path)
        outcome.diff = changed.map { UnifiedDiff.text($0.path, original.file(at: $0.path)?.bytes, $0.bytes) }.joined()
        if !options.isDryRun { try write() }
        if !outcome.changed.isEmpty { tellWhatIsLeft() }
        if recorder?.isToSign == true, !outcome.commits.isEmpty {
            world.notify("commit.gpgSign is set, but ipam runs no program that signs: `git commit --amend -S` does")
        }
        world.discard(current)
        return outcome
    }

    private var original: SourceFiles { first.loaded.sources }

    /// Tells that errors are left, and what that means for the change.
    private func tellWhatIsLeft() {
        let left = current.loaded.findings.count(.error)
        guard left > 0 else { return }
        let gaps = current.hasGaps ? "; what could not be read was not checked against the change" : ""
        world.notify(
            "the inventory has \(left) \(left == 1 ? "error that was" : "errors that were") there before" + gaps)
    }

    // MARK: Judging

    private func requireNoNewErrors(_ edited: EditJudge.Judgement) throws(WorkflowError) {
        let new = edited.errors(notIn: first)
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
        do throws(FileError) {
            // Looked at once more when nobody else can write: the lock does not bind an editor.
            _ = try batch.commit { isUnchanged() }
        } catch {
            guard isUnchanged() else { throw Self.changedMeanwhile("a file of the inventory") }
            throw WorkflowError("\(error): nothing was changed")
        }
        written.merge(pending) { $1 }
        pending = [:]
    }

    /// Refuses to write over what somebody changed while the change was worked out.
    private func requireUnchanged(_ path: String) throws(WorkflowError) {
        let found: [UInt8]?
        do {
            found = try content(of: path)
        } catch {
            throw WorkflowError("\(error)")
        }
        guard found == known(of: path) else { throw Self.changedMeanwhile("'\(path)'") }
    }

    /// Whether all that is to be written still has what it had, or has what it is to get.
    private func isUnchanged() -> Bool {
        pending.allSatisfy { path, bytes in
            guard let found = try? content(of: path) else { return known(of: path) == nil }
            return found == known(of: path) || found == bytes
        }
    }

    private func known(of path: String) -> [UInt8]? { written[path] ?? original.file(at: path)?.bytes }

    /// What a file holds; nil if there is none.
    private func content(of path: String) throws(FileError) -> [UInt8]? {
        do throws(FileError) {
            return try FileReader.bytes(of: path, limit: 16 << 20)
        } catch {
            guard error.code == .missing else { throw error }
            return nil
        }
    }

    private static func changedMeanwhile(_ what: String) -> WorkflowError {
        WorkflowError("\(what) was changed by somebody else meanwhile, and nothing was written: try again")
    }
}
