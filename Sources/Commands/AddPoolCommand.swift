import Addressing
import ArgumentParser
import InventoryModel
import Workflows

struct AddPoolCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Declare a pool in a subnet.")

    @Argument(help: "Name of the pool.")
    var name: String

    @Option(help: ArgumentHelp("Prefix or name of the subnet.", valueName: "subnet"))
    var subnet: String

    @Option(
        help: ArgumentHelp("First and last address, such as 192.0.2.10-192.0.2.99, or a prefix.", valueName: "range"),
        transform: ArgumentReading.range)
    var range: IPRange

    @Option(help: "What for: static, dhcp or reserved.")
    var purpose: PoolPurpose

    @Option(help: ArgumentHelp("What people should know about it.", valueName: "text"))
    var description: String?

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var change = PoolAddition(name, range, purpose: purpose, to: subnet)
        change.description = description
        return try edit.make([change], in: session)
    }
}

extension PoolPurpose: ExpressibleByArgument {}
