import ArgumentParser

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Declare a subnet, a pool or a device.",
        subcommands: [AddSubnetCommand.self, AddPoolCommand.self, AddDeviceCommand.self]
    )
}
