import ArgumentParser
import Workflows

struct RetireCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Say that devices must not be on the network any more.",
        discussion: """
            They keep their addresses, so that drift tells if they still answer; `ipam release` gives these back.
            """
    )

    @Argument(help: "Names of devices.")
    var device: [String]

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func validate() throws { try device.requireNoneTwice() }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        try edit.make([JointChange("Retire", device.map { ($0, Retirement($0)) })], in: session)
    }
}
