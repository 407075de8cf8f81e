import ArgumentParser
import Workflows

struct ReleaseCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Give back an address, or a device with all that it has.",
        discussion: """
            An address is taken out of its interface, or its reservation goes; the device stays. Given a name, the device \
            or reservation goes as a whole. Devices that others refer to stay until those do not.
            """
    )

    @Argument(help: "Addresses, or names of devices or reservations.")
    var target: [String]

    @Option(help: ArgumentHelp("Routing domain of the addresses, where several claim them.", valueName: "name"))
    var vrf: String?

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func validate() throws { try target.requireNoneTwice() }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let changes = target.map { target in
            var change = Release(target)
            change.vrf = vrf
            return (target, change as any InventoryChange)
        }
        return try edit.make([JointChange("Release", changes)], in: session)
    }
}
