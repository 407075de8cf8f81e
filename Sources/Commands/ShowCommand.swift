import ArgumentParser
import JSONShapes
import Workflows

struct ShowCommand: SessionCommand {
    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say all that is known about an address, a network or a device.",
        discussion: """
            Declared, seen by scans, in DNS, in DHCP, and what follows, in one place. Of a network the addresses are shown \
            that are claimed, leased or in use. Exits with 0 whatever it finds.
            """
    )

    @Argument(help: "Address, prefix, or the name of a device, reservation or subnet.")
    var query: String

    @Option(help: "Routing domain to look in (default: all).")
    var vrf: String?

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try ShowWorkflow.run(query, vrf: vrf, session.project, in: session.world)
        switch format {
        case .json: try session.console.write(ShowWorkflow.Outcome.shape.text(outcome))
        case .human: try session.console.write(AddressText(now: session.world.now()).text(outcome))
        }
        if outcome.leftOut > 0 { session.console.notify("\(outcome.leftOut) more addresses are left out") }
        return .done
    }
}
