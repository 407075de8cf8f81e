import ArgumentParser
import Workflows

struct RenameCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Call a device something else.",
        discussion: """
            Its derived names in DNS change with it, and so do waivers that name it. Records of zones stay as they are: \
            if one would point at nothing, nothing is written.
            """
    )

    @Argument(help: "Name of the device.")
    var device: String

    @Argument(help: "Name that it gets.")
    var name: String

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        try edit.make([Renaming(device, to: name)], in: session)
    }
}
