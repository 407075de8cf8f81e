import ArgumentParser
import JSONShapes
import Reports
import Workflows

struct DoctorCommand: SessionCommand {
    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what ipam has to work with on this machine.",
        discussion: """
            Versions, privileges, the inventory, the cache's health and other programs. Exits with 1 if something is wrong.
            """
    )

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let report = DoctorWorkflow.run(session.project, in: session.world)
        switch format {
        case .json: try session.console.write(DoctorReport.shape.text(report))
        case .human:
            var table = TextTable(["AREA", "WHAT", "STATUS", "FOUND"].map { .init($0) })
            for check in report.checks {
                table.add([check.area, check.name, check.status.rawValue, check.detail])
            }
            let remedies = report.checks.compactMap { check in
                check.remedy.map { TerminalText.escaped("\(check.name): \($0)") + "\n" }
            }
            try session.console.write(table.text() + (remedies.isEmpty ? "" : "\n" + remedies.joined()))
        }
        return report.hasProblems ? .findings : .done
    }
}
