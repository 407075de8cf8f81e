import Addressing
import ArgumentParser
import Workflows

struct AddSubnetCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "subnet",
        abstract: "Declare a subnet.",
        discussion: "Goes to the file where most subnets of the container around it are."
    )

    @Argument(help: "Prefix, such as 192.0.2.0/24.", transform: ArgumentReading.prefix)
    var prefix: IPPrefix

    @Option(help: ArgumentHelp("What people and commands call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Routing domain.", valueName: "name"))
    var vrf: String?

    @Option(help: ArgumentHelp("Where it is.", valueName: "name"))
    var site: String?

    @Option(help: ArgumentHelp("VLAN id, 1 to 4094.", valueName: "id"))
    var vlan: Int?

    @Option(help: ArgumentHelp("active, container, reserved or deprecated.", valueName: "status"))
    var status: String?

    @Option(help: ArgumentHelp("Address of the default router.", valueName: "address"))
    var gateway: String?

    @Option(help: ArgumentHelp("DNS zone that names are published in.", valueName: "name"))
    var zone: String?

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String?

    @Option(name: .customLong("tag"), help: ArgumentHelp("A word to select it by; repeatable.", valueName: "word"))
    var tags: [String] = []

    @OptionGroup var place: PlaceOption
    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let change = Addition.subnet(
            prefix,
            details: [
                "name": name, "vrf": vrf, "site": site, "vlan": vlan.map { "\($0)" }, "status": status,
                "gateway": gateway, "zone": zone, "owner": owner, "description": description,
            ],
            lists: ["tags": tags])
        return try edit.make([change], file: place.file, in: session)
    }
}
