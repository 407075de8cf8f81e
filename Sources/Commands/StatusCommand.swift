import ArgumentParser
import JSONShapes
import Listings
import Workflows

struct StatusCommand: SessionCommand {
    /// How the status is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Sum up the inventory, pools, what ends soon, scans and drift.",
        discussion: """
            Pools are listed fullest first, scans oldest first, ten of each; -o json has all. What ends within \
            \(StatusReport.window) days, or has ended, is listed too. Exits with 0 whatever it finds.
            """
    )

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let report = try StatusWorkflow.run(session.project, in: session.world)
        switch format {
        case .human: try session.console.write(StatusText(report, at: session.world.now()).text)
        case .json: try session.console.write(StatusReport.shape.text(report))
        }
        return .done
    }
}
