import ArgumentParser
import Workflows

struct AddDeviceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "device",
        abstract: "Declare a device.",
        discussion: "It has no address yet: `ipam assign` gives it one, and declares it too if it is not there."
    )

    @Argument(help: "Name of the device.")
    var name: String

    @Option(help: ArgumentHelp("planned, active or retired.", valueName: "status"))
    var status: String?

    @Option(help: ArgumentHelp("Where it stands.", valueName: "name"))
    var site: String?

    @Option(help: ArgumentHelp("What it does.", valueName: "word"))
    var role: String?

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("What people should know about it.", valueName: "text"))
    var description: String?

    @Option(name: .customLong("tag"), help: ArgumentHelp("A word to select it by; repeatable.", valueName: "word"))
    var tags: [String] = []

    @Option(
        name: .customLong("service"),
        help: ArgumentHelp("A port that it is meant to answer on, such as tcp/22; repeatable.", valueName: "port"))
    var services: [String] = []

    @OptionGroup var place: PlaceOption
    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let change = Addition.device(
            name,
            details: ["status": status, "site": site, "role": role, "owner": owner, "description": description],
            lists: ["tags": tags, "services": services])
        return try edit.make([change], file: place.file, in: session)
    }
}
