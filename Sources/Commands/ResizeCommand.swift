import Addressing
import ArgumentParser
import Workflows

struct ResizeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "resize",
        abstract: "Give a subnet another prefix.",
        discussion: """
            Grows or shrinks it where it is. Nothing is written if pools, the gateway or claimed addresses would lie \
            outside: all of them are named.
            """
    )

    @Argument(help: "Prefix or name of the subnet.")
    var subnet: String

    @Argument(help: "Prefix that it gets.", transform: ArgumentReading.prefix)
    var prefix: IPPrefix

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        try edit.make([Resizing(subnet, to: prefix)], in: session)
    }
}
