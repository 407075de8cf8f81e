import ArgumentParser

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Declare a subnet, a pool, a device or a reservation.",
        subcommands: [AddSubnetCommand.self, AddPoolCommand.self, AddDeviceCommand.self, AddReservationCommand.self]
    )
}
