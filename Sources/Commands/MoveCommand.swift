import ArgumentParser
import Workflows

struct MoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a device to another subnet: new addresses for old ones.",
        discussion: """
            Each address that the device has in the subnet that it leaves gives way to the next free one of the same \
            family; names, PTR and expiry stay. Prints the new addresses.
            """
    )

    @Argument(help: "Name of the device.")
    var device: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Subnets (by prefix or name), static pools, sites or tags.", valueName: "source"))
    var to: [String]

    @Option(help: ArgumentHelp("Subnet that it leaves (default: the only one it is in).", valueName: "subnet"))
    var from: String?

    @Option(help: ArgumentHelp("Interface that moves (default: all).", valueName: "name"))
    var interface: String?

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var change = Renumbering(device, to: to)
        change.origin = from
        change.interface = interface
        return try edit.make([change], in: session)
    }
}
