import ArgumentParser
import Findings
import Workflows

struct AdoptCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Take drift over into the inventory, for somebody to review.",
        discussion: """
            Hosts that nobody claims become reservations, with the name, hardware address and ports that were seen; \
            hardware addresses that changed are declared as they are; devices that are missing are retired. With --rule, \
            other findings that `ipam drift` proposes an edit for. With --commit, each kind is a commit of its own. \
            Waived findings stay.
            """
    )

    @Option(help: ArgumentHelp("Take over the findings of this drift rule; repeatable.", valueName: "rule"))
    var rule: [String] = []

    @Option(help: ArgumentHelp("Only what concerns addresses of this subnet; repeatable.", valueName: "subnet"))
    var subnet: [String] = []

    @Option(help: ArgumentHelp("Only the finding with this fingerprint; repeatable.", valueName: "fingerprint"))
    var fingerprint: [String] = []

    @OptionGroup var place: PlaceOption
    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        for text in fingerprint where Fingerprint(text) == nil {
            throw ValidationError("--fingerprint takes 16 hexadecimal digits, as `ipam drift -o json` prints them")
        }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var selection = Adoption.Selection()
        selection.subnets = subnet
        selection.fingerprints = Set(fingerprint.compactMap { Fingerprint($0) })
        var rules = Adoption.standard
        if !rule.isEmpty {
            rules = []
            for name in rule { rules.append(try Adoption.rule(named: name)) }
        }
        return try edit.make(rules.map { Adoption($0, selection) }, file: place.file, in: session)
    }
}
