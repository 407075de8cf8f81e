import ArgumentParser
import Reports
import Workflows

/// Options of commands that change the inventory.
struct EditOptions: ParsableArguments {
    @Flag(help: "Write nothing, and print the change as a diff.")
    var dryRun = false

    @Flag(help: "Make a Git commit of the change.")
    var commit = false

    @Option(help: ArgumentHelp("Begin this branch for the commit, and switch to it.", valueName: "name"))
    var branch: String?

    func validate() throws {
        if branch != nil, !commit { throw ValidationError("--branch is for a commit: say --commit too") }
        if dryRun, commit { throw ValidationError("--dry-run writes nothing, and so makes no commit") }
    }

    /// Makes changes, and prints what came of them.
    ///
    /// - Parameter file: the file that new entries go to; nil for the one that fits best.
    func make(
        _ changes: [any InventoryChange], file: String? = nil, in session: Session
    ) throws(WorkflowError) -> ExitStatus {
        var options = EditWorkflow.Options()
        options.isDryRun = dryRun
        options.commits = commit
        options.branch = branch
        options.file = file
        let outcome = try EditWorkflow.run(changes, options, session.project, in: session.world)
        let console = session.console
        if dryRun {
            try console.write(outcome.diff.escapedLines)
        } else {
            try print(outcome, on: console)
        }
        for note in outcome.notes {
            console.tellUnlessQuiet(note.text + (note.files.isEmpty ? "" : ": " + note.files.joined(separator: ", ")))
        }
        if let branch = outcome.branch, let commit = outcome.commits.last {
            let count = outcome.commits.count
            console.tellUnlessQuiet(
                "committed \(commit.prefix(12)) on \(branch)" + (count > 1 ? ", \(count) commits" : ""))
        }
        return .done
    }

    /// Prints what changes came to.
    ///
    /// - Throws: ``WorkflowError`` if nobody takes it: the changes are made all the same, and must not be made again.
    private func print(_ outcome: EditOutcome, on console: Console) throws(WorkflowError) {
        do throws(WorkflowError) {
            for result in outcome.results { try console.write(TerminalText.escaped(result) + "\n") }
        } catch {
            guard !outcome.changed.isEmpty else { throw error }
            let done = outcome.notes.map(\.text).joined(separator: "; ")
            throw WorkflowError("\(error.message), but the change is made, do not repeat it: \(done)")
        }
    }
}

extension String {
    /// The text with everything but its line ends made visible; those of CRLF files stay too, so that `patch` takes it.
    fileprivate var escapedLines: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let end = line.last == "\r" ? "\r" : ""
            return TerminalText.escaped(String(end.isEmpty ? line : line.dropLast())) + end
        }.joined(separator: "\n")
    }
}

/// Where new entries go.
struct PlaceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("File that a new entry goes to (default: where most of its kind are).", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var file: String?
}
