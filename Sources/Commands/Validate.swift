import ArgumentParser
import Workflows

struct Validate: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read and check the whole inventory.",
        discussion: """
            Exits with 1 if there are errors (see --fail-on), with 2 if there is nothing to read.

            With --changed-since the whole inventory is checked as ever, but what is told and counts are the findings \
            that are new since the merge base with REF, and those in files that changed since; a summary counts the rest.
            """
    )

    @Option(help: ArgumentHelp("Tell only what concerns the change since this revision.", valueName: "ref"))
    var changedSince: String?

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let report =
            if let changedSince {
                try ValidateWorkflow.run(session.project, changedSince: changedSince, in: session.world)
            } else {
                try ValidateWorkflow.run(session.project, in: session.world)
            }
        return try output.deliver(report, failOn: .error, in: session)
    }
}
