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
    private let sources: SourceFiles
    private let places: [String: Int]
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
        let new = documents.map { SourceFile(path: "\(base.directory)/\($0.path)", bytes: $0.bytes) }
        places = Dictionary(new.enumerated().map { ($1.path, $0) }) { first, _ in first }
        updates = news.updates
        let present = base.loaded.sources
        do {
            edited = try UpdateWriter.files(changedBy: updates, in: present)
        } catch {
            throw WorkflowError(error.message)
        }
        let editedByPath = Dictionary(edited.map { ($0.path, $0) }) { first, _ in first }
        sources = SourceFiles(present.files.map { editedByPath[$0.path] ?? $0 } + new)
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
        let judged = LoadedInventory.judge(InventoryReader.read(sources), sources: sources, today: today)
        let errors = judged.findings.open.filter {
            $0.severity == .error && !base.knownErrors.contains($0.fingerprint)
        }
        var faults: [Remark] = []
        for error in errors {
            guard let origin = origin(of: error) else {
                let found = judged.findings.only { $0.fingerprint == error.fingerprint }
                throw WorkflowError(
                    "what is imported would make the inventory invalid; nothing was written", findings: found)
            }
            faults.append(Remark(.fault, origin, reason(error)))
        }
        return faults
    }

    /// The row that a finding is about, or else the one that something else is in conflict with.
    private func origin(of finding: Finding) -> Origin? {
        let all = [finding.location].compactMap(\.self) + finding.related.map(\.location)
        return all.lazy.compactMap { origin(at: $0) }.first
    }

    private func origin(at location: SourceLocation) -> Origin? {
        guard let index = places[location.path] else { return originOfUpdate(at: location) }
        return documents[index].origin(ofLine: location.line)
    }

    /// The last update of a file that changes an entry at or above a line.
    ///
    /// Updates move lines downwards, never upwards, so that the entry meant is among those.
    private func originOfUpdate(at location: SourceLocation) -> Origin? {
        var locator = SourceLocator(base.loaded.sources)
        return updates.lazy.map { (origin: $0.origin, place: locator.location(of: $0.target.span)) }
            .filter { $0.place.path == location.path && $0.place.line <= location.line }
            .max { ($0.place.line, $0.origin) < ($1.place.line, $1.origin) }?.origin
    }

    private func reason(_ finding: Finding) -> String {
        let related = finding.related.map { related in
            let place = origin(at: related.location).map { rowNames[$0.file]?.title(of: $0) ?? "row \($0.row)" }
            return " (\(related.message): \(place ?? "\(related.location.path):\(related.location.line)"))"
        }
        return finding.message + related.joined() + (finding.help.map { "; \($0)" } ?? "") + " [\(finding.rule)]"
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
