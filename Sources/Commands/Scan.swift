import ArgumentParser
import Observations
import Workflows

struct Scan: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Probe declared subnets and remember what was seen.",
        discussion: """
            Without arguments all subnets are scanned that are not switched off. Nothing but declared subnets is ever \
            probed. SIGINT ends the scan cleanly: what was seen is kept, what was not reached is unknown. Exits with \
            4 if the scan is incomplete.
            """
    )

    @Argument(help: "Subnets by name or prefix; a container stands for all that it holds.")
    var subnets: [String] = []

    @Flag(help: "Only subnets whose last complete scan is older than their `every`.")
    var due = false

    static let scans = true

    @OptionGroup var scan: ScanOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var options = scan.workflowOptions(session.console)
        options.subnets = subnets
        options.onlyDue = due
        guard let run = try ScanWorkflow.run(session.project, options, in: session.world) else {
            session.console.notify(due ? "no subnet is due" : "no subnet of this routing domain is to be scanned")
            return .done
        }
        try session.console.write(RunSummary(run).text)
        if Interruption.shared.isRequested { return .interrupted }
        return run.state == .complete ? .done : .noVerdict
    }
}
