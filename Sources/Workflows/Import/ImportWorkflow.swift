import Chronology
import FileStore
import Findings
package import Imports
import InventoryModel

/// Takes over what other tools know into new files of the inventory, and into those that are there.
package enum ImportWorkflow {
    /// How to import.
    package struct Options: Sendable {
        /// The format of all files; nil to recognise each one's.
        package var format: (any ImportFormat)?
        /// Columns that are to be known under another name.
        package var renamedColumns: [(from: String, to: String)] = []
        /// How what is new is spread over files.
        package var split = DocumentSplit.site
        /// Whether rows that are wrong are left out, rather than nothing being written.
        package var skipsInvalid = false
        /// Whether nothing is written in any case.
        package var isDryRun = false

        /// Told what is being done, as often as that changes.
        package var progress: @Sendable (Progress) -> Void = { _ in }

        /// Recognises formats, writes a file for each site, and nothing if a row is wrong.
        package init() {}
    }

    /// What an import is doing.
    package enum Progress: Sendable {
        /// Reading the rows of the files.
        case reading
        /// Comparing rows with the inventory and checking what it would become.
        case checking(rows: Int)
        /// Leaving rows out and beginning anew.
        case leavingOut(rows: Int)
        /// Writing files.
        case writing(files: Int)
    }

    /// The most bytes that a file to be imported may have.
    package static let sizeLimit = 1 << 30
    /// How often rows may be left out and the rest be looked at again.
    private static let mostRounds = 64

    /// Imports files.
    ///
    /// All that is wrong is told, whether in the files themselves or in what the inventory would become; the result is
    /// written only if validation finds no error in it that was not there before.
    /// - Throws: ``WorkflowError`` if the inventory is broken, or a file cannot be read or written.
    package static func run(
        _ files: [ImportFile], _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> ImportOutcome {
        // Whoever only looks needs no lock, and may not even be able to take it.
        guard !options.isDryRun else { return try work(files, options, project, in: world) }
        return try InventoryLock(project.inventory).whileHeld { () throws(WorkflowError) in
            try work(files, options, project, in: world)
        }
    }

    private static func work(
        _ files: [ImportFile], _ options: Options, _ project: Project, in world: World
    ) throws(WorkflowError) -> ImportOutcome {
        let base = try ImportBase.load(project, today: world.now().day)
        let reader = ImportReader(files, format: options.format, renamedColumns: options.renamedColumns)
        if let complaint = reader.misnaming() { throw WorkflowError(complaint, status: .usage) }
        var faults: [Remark] = []
        var skipped: Set<Origin> = []
        options.progress(.reading)
        for _ in 0..<mostRounds {
            let draft = reader.draft(skipping: skipped)
            let wrong = draft.remarks.filter { $0.kind == .fault && !skipped.contains($0.origin) }
            faults += wrong
            if draft.remarks.contains(where: { $0.kind == .refusal }) { return outcome(draft, .none, faults, files) }
            if !wrong.isEmpty {
                // What a row that is wrong said in part must not stay.
                skipped.formUnion(wrong.map(\.origin))
                if draft.isEmpty { return outcome(draft, .none, faults, files) }
                options.progress(.leavingOut(rows: skipped.count))
                continue
            }
            options.progress(.checking(rows: draft.rows))
            let news = DraftComparison.news(in: draft, beside: base.loaded.plan, of: base.loaded.sources)
            let candidate = try ImportCandidate(news, options.split, base, rowNames: draft.rowNames)
            let found = try candidate.faults(today: world.now().day)
            if found.isEmpty {
                var outcome = outcome(draft, news, faults, files)
                outcome.changes = candidate.changes
                if !options.isDryRun, !news.isEmpty, faults.isEmpty || options.skipsInvalid {
                    options.progress(.writing(files: outcome.changes.count))
                    try candidate.write(to: project)
                    outcome.isWritten = true
                }
                world.discard(candidate)
                world.discard(draft)
                return outcome
            }
            faults += found
            skipped.formUnion(found.map(\.origin))
            options.progress(.leavingOut(rows: skipped.count))
        }
        throw WorkflowError(
            "leaving out rows that are wrong made others wrong \(mostRounds) times over: mend what is listed first")
    }

    private static func outcome(
        _ draft: Draft, _ news: DraftNews, _ faults: [Remark], _ files: [ImportFile]
    ) -> ImportOutcome {
        ImportOutcome(
            files: files.map(\.path), rows: draft.rows, news: news,
            remarks: (faults + draft.remarks.filter { $0.kind != .fault }).sorted { left, right in
                (left.origin, left.column ?? "", left.message) < (right.origin, right.column ?? "", right.message)
            }, rowNames: draft.rowNames)
    }
}
