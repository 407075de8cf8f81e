import ArgumentParser
import Reports
import Storage
import Workflows

struct CacheMergeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Take in what other vantage points saw.",
        discussion: """
            Each vantage point keeps a cache of its own; this joins them in the project's. The files are only read, what \
            they know stays apart by vantage point, and to merge a file again changes nothing.
            """
    )

    @Argument(help: "Caches of other vantage points.", completion: .file(extensions: ["sqlite"]))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let merges = try MergeWorkflow.run(files, session.project, in: session.world)
        for (file, merge) in zip(files, merges) {
            let text =
                "\(file): \(merge.runs) new runs, \(merge.addresses) addresses, \(merge.changes) changes, "
                + "\(merge.leases) leases"
            try session.console.write(TerminalText.escaped(text) + "\n")
        }
        return .done
    }
}
