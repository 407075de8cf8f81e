import ArgumentParser
import Workflows

struct Drift: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the inventory with what was seen.",
        discussion: """
            Reads the cache that `scan` and `observe` fill; scans nothing and writes nothing. Exits with 1 if there is \
            drift, with 4 if a subnet that is to be scanned has no complete scan recent enough for a verdict.

            With --dns it also asks a name server for the declared zones, by transfer or else name by name, and reports \
            records that are missing there, different, or declared by nobody. A server that does not answer for a zone \
            leaves no verdict on it: 4. With --dns-only nothing else is compared, so no scan is needed for a verdict.
            """
    )

    @Option(
        help: ArgumentHelp(
            "Compare with this name server: ADDRESS, ADDRESS:PORT, [IPV6]:PORT, or declared for settings.dns.server.",
            valueName: "server"))
    var dns: String?

    @Flag(help: "Compare with the name server of --dns alone; what scans saw, or did not, counts for nothing.")
    var dnsOnly = false

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try DriftWorkflow.run(session.project, with: comparison, in: session.world)
        let status = try output.deliver(outcome.report, failOn: .warning, in: session)
        return outcome.isConclusive ? status : status.or(.noVerdict)
    }

    private var comparison: DriftWorkflow.Comparison {
        guard let dns else { return .scans }
        return dnsOnly ? .server(dns) : .scansAndServer(dns)
    }

    func validate() throws {
        guard !dnsOnly || dns != nil else { throw ValidationError("--dns-only needs --dns: it says which server") }
    }
}
