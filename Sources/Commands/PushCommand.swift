import ArgumentParser
import JSONShapes
import Workflows

struct PushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: "Bring a DNS server in line with the inventory.",
        subcommands: [PushTechnitiumCommand.self]
    )
}

struct PushTechnitiumCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "technitium",
        abstract: "Push DNS records to a Technitium DNS Server.",
        discussion: """
            Compares the declared zones with what the server has, shows the changes, makes them (additions first), and \
            reads back. Only records whose comment says that they are ipam's are ever changed; where others have \
            records in the way, that is said, and they stay. SOA and the zone's own NS are the server's. Zones must be \
            there, as primary ones, or are made with --create-zones; none is ever deleted.

            The access token is read from --token-file or $\(PushOptions.tokenVariable). The server has to be version 15 \
            or newer: earlier ones take tokens only inside of URLs. Needs curl.

            Exits with 1 if --dry-run finds a difference, or something is in the way; with 2 if the server fails, after \
            which nothing further is changed; with 3 if more would be removed than settings.safety allows, and then \
            nothing is changed.
            """
    )

    @Option(help: ArgumentHelp("Where the server is (default: $\(PushOptions.urlVariable)).", valueName: "url"))
    var url: String?

    @Option(help: "File that holds the access token.", completion: .file())
    var tokenFile: String?

    @Option(name: .customLong("zone"), help: "Push this zone only; may be given more than once.")
    var zones: [String] = []

    @Flag(name: .customLong("create-zones"), help: "Make zones that the server lacks, as primary ones.")
    var makesZones = false

    @Flag(name: [.customLong("dry-run")], help: "Change nothing, and exit with 1 if there is something to change.")
    var isDryRun = false

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals.", valueName: "number"))
    var allowRemovals: Int?

    @Option(
        name: .customLong("ca-file"),
        help: "File of certificates to trust instead of the system's, for a server with one of its own.",
        completion: .file())
    var authorities: String?

    @Option(name: .customLong("timeout"), help: "The most seconds that an answer may take, 1 to 3600.")
    var seconds = 60

    @Flag(name: .customLong("insecure-http"), help: "Let the token go to another machine in plain text.")
    var allowsPlainText = false

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format of the result: human or json.")
    var format = Format.human

    enum Format: String, ExpressibleByArgument, CaseIterable { case human, json }

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(1...3600).contains(seconds) { throw ValidationError("--timeout takes 1 to 3600") }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var options = PushOptions()
        options.url = url
        options.tokenFile = tokenFile
        options.authorities = authorities
        options.allowsPlainText = allowsPlainText
        options.seconds = seconds
        options.zones = zones
        options.makesZones = makesZones
        options.allowedRemovals = allowRemovals
        let push = try PushWorkflow.prepare(options, session.project, in: session.world)
        if format == .human { try session.console.write(push.text) }
        guard !isDryRun else {
            if format == .json { try session.console.write(PushReport.shape.text(push.report(made: nil))) }
            for reason in push.reasons { session.console.notify("this would be a safety stop: \(reason)") }
            return push.isInLine ? .done : .findings
        }
        let (changes, isWhole) = try push.apply()
        if format == .json { try session.console.write(PushReport.shape.text(push.report(made: changes))) }
        if changes > 0 { session.console.notify("made \(changes) changes, and read them back") }
        return isWhole ? .done : .findings
    }
}
