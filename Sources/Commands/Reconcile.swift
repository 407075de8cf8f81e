import ArgumentParser
import Reports
import Workflows

struct Reconcile: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate, scan what is due, find the drift, write all outputs.",
        discussion: """
            The job to run on a schedule. What it writes stands in the inventory under settings.outputs. Exits with 0 \
            unless there are errors (see --fail-on), with 3 if more would be removed from outputs than settings.safety \
            allows, with 4 if scan data is missing for a verdict.
            """
    )

    static let scans = true

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals from outputs.", valueName: "number"))
    var allowRemovals: Int?

    @OptionGroup var scan: ScanOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try ReconcileWorkflow.run(
            session.project, scan.workflowOptions(session.console), allowingRemovals: allowRemovals, in: session.world
        )
        let status = try output.deliver(outcome.report, failOn: .error, in: session)
        // A path in a line comes from the inventory, and must not begin another line.
        for line in outcome.story { session.console.tellUnlessQuiet(TerminalText.escaped(line)) }
        if Interruption.shared.isRequested { return .interrupted }
        return outcome.isConclusive ? status : status.or(.noVerdict)
    }
}
