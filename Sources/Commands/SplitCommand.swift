import ArgumentParser
import Workflows

struct SplitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Make a container of a subnet, and subnets of its parts.",
        discussion: """
            Pools and the gateway go to the part that they lie in; site, zone, owner and tags go to all parts. Nothing is \
            written if a pool or an address would lie in none.
            """
    )

    @Argument(help: "Prefix or name of the subnet.")
    var subnet: String

    @Option(help: ArgumentHelp("Prefix length of the parts.", valueName: "length"))
    var into: Int

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        try edit.make([Splitting(subnet, into: into)], in: session)
    }
}
