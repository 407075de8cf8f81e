import ArgumentParser
import ChangeReports
import Workflows

struct PlanCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what a change of the inventory means, before it is merged.",
        discussion: """
            The change is what lies between the merge base of --base and --head, and --head. Both are read from Git's \
            objects: nothing is checked out. Addresses, devices and what is made of them count, not text: a file that \
            is moved or formatted anew is no change.

            Exits with 1 if the change brings errors (see --fail-on), with 2 if it cannot be read, with 3 if it removes \
            more than settings.safety allows where it was begun.
            """
    )

    @Option(help: ArgumentHelp("Revision that it is to be merged into, such as origin/main.", valueName: "ref"))
    var base: String

    @Option(help: ArgumentHelp("Revision that it has come to (default: the working tree).", valueName: "ref"))
    var head: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Other changes under way: tell which addresses they claim as well.", valueName: "ref"))
    var also: [String] = []

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals.", valueName: "number"))
    var allowRemovals: Int?

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var options = PlanWorkflow.Options(base: base)
        options.head = head
        options.also = also
        options.allowedRemovals = allowRemovals
        let report = try PlanWorkflow.run(session.project, options, in: session.world)
        let status = try output.deliver(report, failOn: .error, in: session)
        guard report.changes != nil else { return .failed }
        return report.isStopped ? status.or(.safetyStop) : status
    }
}
