import ArgumentParser
import Workflows

struct Drift: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the inventory with what was seen.",
        discussion: """
            Reads the cache that `scan` and `observe` fill; scans nothing and writes nothing. Exits with 1 if there is \
            drift, with 4 if a subnet that is to be scanned has no complete scan recent enough for a verdict.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try DriftWorkflow.run(session.project, in: session.world)
        let status = try output.deliver(outcome.report, failOn: .warning, in: session)
        return outcome.isConclusive ? status : status.or(.noVerdict)
    }
}
