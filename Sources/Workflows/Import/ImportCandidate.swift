import Chronology
import Edits
import FileStore
import Findings
import Imports
import InventoryModel

/// What the inventory would become: its files, and what would be wrong with them.
struct ImportCandidate: Sendable {
    private let base: ImportBase
    private let documents: [DraftDocument]
    private let edited: [SourceFile]
    private let updates: [DraftUpdate]
    private let rowNames: [UInt32: RowNames]

    /// Makes the files.
    ///
    /// - Throws: ``WorkflowError`` if a file that is there cannot be edited.
    init(
        _ news: DraftNews, _ split: DocumentSplit, _ base: ImportBase, rowNames: [UInt32: RowNames]
    ) throws(WorkflowError) {
        self.base = base
        self.rowNames = rowNames
        documents = DocumentLayout.documents(
            of: news, split: split, beside: base.loaded.plan, takenPaths: base.paths)
        updates = news.updates
        do {
            edited = try UpdateWriter.files(changedBy: updates, in: base.loaded.sources)
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// What becomes of files, by path.
    var changes: [ImportOutcome.FileChange] {
        edited.map { .init(path: $0.path, isNew: false) }
            + documents.map { .init(path: "\(base.directory)/\($0.path)", isNew: true) }
    }

    // MARK: Validating

    /// The rows that would make the inventory invalid, each with the reason.
    ///
    /// - Throws: ``WorkflowError`` if something would be wrong that no row can be blamed for.
    func faults(today: CalendarDate) throws(WorkflowError) -> [Remark] {
        let judged = judged(newFilesLast, today)
        let errors = judged.findings.open.filter {
            $0.severity == .error && !base.knownErrors.contains($0.fingerprint)
        }
        guard !errors.isEmpty else { return [] }
        let origins = try origins()
        return try errors.map { error throws(WorkflowError) in
            let places = [error.location].compactMap(\.self) + error.related.map(\.location)
            guard let origin = places.lazy.compactMap({ origins.origin(at: $0) }).first else {
                let found = self.judged(newFiles, today).findings.only { $0.fingerprint == error.fingerprint }
                throw WorkflowError(
                    "what is imported would make the inventory invalid; nothing was written", findings: found)
            }
            return Remark(.fault, origin, reason(error, for: origin, origins))
        }
    }

    private func judged(_ new: [SourceFile], _ today: CalendarDate) -> LoadedInventory {
        let changed = Dictionary(edited.map { ($0.path, $0) }) { first, _ in first }
        let sources = SourceFiles(base.loaded.sources.files.map { changed[$0.path] ?? $0 } + new)
        return LoadedInventory.judge(InventoryReader.read(sources), sources: sources, today: today)
    }

    private var newFiles: [SourceFile] {
        documents.map { SourceFile(path: "\(base.directory)/\($0.path)", bytes: $0.bytes) }
    }

    /// The new files as if they stood behind all others, so that of two in conflict the one that is there is right.
    private var newFilesLast: [SourceFile] {
        newFiles.map { SourceFile(path: "\u{10FFFF}/\($0.path)", bytes: $0.bytes) }
    }

    // MARK: Rows to blame

    private func origins() throws(WorkflowError) -> RowOrigins {
        do {
            return RowOrigins(
                documents: Dictionary(zip(newFilesLast.map(\.path), documents)) { first, _ in first },
                updates: try UpdateOrigins(of: updates, in: base.loaded.sources, becoming: edited))
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// Why a row cannot be taken, in its own view: something else may be found wrong because of it.
    private func reason(_ finding: Finding, for origin: Origin, _ origins: RowOrigins) -> String {
        let related = finding.related.map { " (\($0.message): \(place($0.location, origins)))" }
        let text = finding.message + related.joined() + (finding.help.map { "; \($0)" } ?? "") + " [\(finding.rule)]"
        guard let location = finding.location, origins.origin(at: location) != origin else { return text }
        return "\(place(location, origins)) would be wrong with it: \(text)"
    }

    private func place(_ location: SourceLocation, _ origins: RowOrigins) -> String {
        origins.origin(at: location).map { rowNames[$0.file]?.title(of: $0) ?? "row \($0.row)" }
            ?? "\(location.path):\(location.line)"
    }

    // MARK: Writing

    /// Writes all files, or none.
    ///
    /// - Throws: ``WorkflowError`` if one cannot be written, has come to be there meanwhile, or has changed.
    func write(to project: Project) throws(WorkflowError) {
        do {
            try requireUnchanged()
            var batch = OutputBatch(root: base.directory)
            for file in edited {
                try batch.stage(file.bytes, at: String(file.path.dropFirst(base.directory.count + 1)))
            }
            for document in documents { try batch.stage(document.bytes, at: document.path) }
            let new = Set(documents.map(\.path))
            let present = try batch.changes().filter { $0.action != .created && new.contains($0.path) }.map(\.path)
            guard present.isEmpty else {
                throw WorkflowError(
                    "\(present.joined(separator: ", ")) came to be there meanwhile; nothing was written")
            }
            _ = try batch.commit()
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError("\(error)")
        }
    }

    /// Refuses to write over what somebody else wrote since it was read.
    private func requireUnchanged() throws(WorkflowError) {
        for file in edited {
            let before = base.loaded.sources.file(at: file.path)?.bytes
            let now = try? FileReader.bytes(of: file.path, limit: TreeReader().sizeLimit)
            guard now == before else {
                throw WorkflowError("\(file.path) changed meanwhile; nothing was written: try again")
            }
        }
    }
}
