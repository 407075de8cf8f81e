import ArgumentParser
import Exports
import Workflows

struct Export: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the inventory in another format.",
        discussion: ExportFormats.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n")
    )

    @Argument(
        help: "Format: \(ExportFormats.all.map(\.name).joined(separator: ", ")).",
        completion: .list(ExportFormats.all.map(\.name))
    )
    var format: String

    @Option(help: "File to write, or directory for a format of several files.", completion: .file())
    var out: String?

    @Flag(help: "Write nothing, and exit with 1 if what is at --out differs.")
    var check = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if check, out == nil { throw ValidationError("--check compares with what is at --out: say where") }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let export = try ExportWorkflow.run(format, session.project, in: session.world)
        guard let out else {
            try session.console.write(try export.singleText())
            return .done
        }
        return try session.report(try export.write(to: out, check: check), check: check)
    }
}

extension Session {
    /// Says which files were written, or would be, and what that means for the exit code.
    func report(_ changes: WrittenFiles, check: Bool) throws(WorkflowError) -> ExitStatus {
        for path in changes.changed { console.notify(check ? "\(path) differs" : "wrote \(path)") }
        if changes.changed.isEmpty { console.notify("\(changes.unchanged.count) files, all as they were") }
        return check && !changes.changed.isEmpty ? .findings : .done
    }
}
