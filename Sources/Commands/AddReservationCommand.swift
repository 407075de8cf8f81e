import Addressing
import ArgumentParser
import Chronology
import Workflows

struct AddReservationCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "reservation",
        abstract: "Reserve an address, or several in a row.",
        discussion:
            "For what belongs to no one device. `ipam next` names free addresses; `ipam assign` gives a device one."
    )

    @Argument(
        help: "Address, or first and last one, such as 192.0.2.60-192.0.2.69.", transform: ArgumentReading.addresses)
    var range: IPRange

    @Option(help: ArgumentHelp("What people and commands call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Routing domain.", valueName: "name"))
    var vrf: String?

    @Option(
        help: ArgumentHelp(
            "Lets several share it: vip, anycast, vrrp, hsrp, glbp or carp.", valueName: "role"))
    var role: String?

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String?

    @Option(
        help: ArgumentHelp("Last day that it is held, such as 2027-01-31.", valueName: "day"),
        transform: ArgumentReading.date)
    var expires: CalendarDate?

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Names to publish in DNS.", valueName: "name"))
    var dns: [String] = []

    @Option(name: .customLong("tag"), help: ArgumentHelp("A word to select it by; repeatable.", valueName: "word"))
    var tags: [String] = []

    @OptionGroup var place: PlaceOption
    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let change = Addition.reservation(
            range, details: ["name": name, "vrf": vrf, "role": role, "owner": owner, "description": description],
            names: dns, expires: expires, tags: tags)
        return try edit.make([change], file: place.file, in: session)
    }
}
