import Addressing
import Allocation
import ArgumentParser
import Chronology
import Workflows

struct AssignCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Give a device the next free address.",
        discussion: """
            Takes the address that `ipam next` would name, writes it into the device's interface, and prints it. A device \
            or interface that is not there is made. Processes that assign at the same time wait for each other.
            """
    )

    @Argument(help: "Name of the device.")
    var device: String

    @Option(help: ArgumentHelp("Interface (default: the only one, or eth0 of a new device).", valueName: "name"))
    var interface: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Subnets (by prefix or name), static pools, sites or tags.", valueName: "source"))
    var from: [String]

    @Option(help: "Family: 4 or 6.")
    var family: UInt8?

    @Option(help: "Which of several: lowest, highest or sparse, which leaves room to grow.")
    var strategy = AllocationStrategy.lowest

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Names to publish in DNS instead of the derived one.", valueName: "name")
    )
    var dns: [String] = []

    @Option(
        help: ArgumentHelp("Hardware address of the interface.", valueName: "mac"), transform: ArgumentReading.mac)
    var mac: MACAddress?

    @Option(
        help: ArgumentHelp("Last day that the address is held, such as 2027-01-31.", valueName: "day"),
        transform: ArgumentReading.date)
    var expires: CalendarDate?

    @OptionGroup var place: PlaceOption
    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if from.isEmpty { throw ValidationError("say where from: a subnet, a pool, a site or a tag") }
        if let family, AddressFamily(rawValue: family) == nil { throw ValidationError("--family takes 4 or 6") }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var change = Assignment(device, from: from)
        change.interface = interface
        change.family = family.flatMap(AddressFamily.init(rawValue:))
        change.strategy = strategy
        change.names = dns
        change.mac = mac
        change.expires = expires
        return try edit.make([change], file: place.file, in: session)
    }
}
