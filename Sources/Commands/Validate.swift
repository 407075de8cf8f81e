import ArgumentParser
import Workflows

struct Validate: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read and check the whole inventory.",
        discussion: "Exits with 1 if there are errors (see --fail-on), with 2 if there is nothing to read."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let report = try ValidateWorkflow.run(session.project, in: session.world)
        return try output.deliver(report, failOn: .error, in: session)
    }
}
