import ArgumentParser
import Findings
import Reports
import Workflows

struct FormatCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay out inventory files: keys in their order, spaces where they belong.",
        discussion: """
            Puts the keys of every mapping into the order in which the schema documents them, and indents by two spaces. \
            Brackets, quotes and comments stay as they are, and so does what a file says: a file for which that cannot \
            be kept is left alone, and the exit code is 2. Prints the files that change.
            """
    )

    @Argument(help: "Files to lay out (default: the whole inventory).", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Flag(help: "Write nothing, and exit with 1 if a file would change.")
    var check = false

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try FormatWorkflow.run(files, session.project, check: check, in: session.world)
        for path in outcome.changed { try session.console.write(TerminalText.escaped(path) + "\n") }
        guard outcome.refused.all.isEmpty else {
            throw WorkflowError("what is listed above was left as it is", findings: outcome.refused)
        }
        return check && !outcome.changed.isEmpty ? .findings : .done
    }
}
