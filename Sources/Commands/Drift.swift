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
            leaves no verdict on it: 4.
            """
    )

    @Option(
        help: ArgumentHelp(
            "Compare with this name server: ADDRESS, ADDRESS:PORT, [IPV6]:PORT, or declared for settings.dns.server.",
            valueName: "server"))
    var dns: String?

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try DriftWorkflow.run(session.project, dns: dns, in: session.world)
        let status = try output.deliver(outcome.report, failOn: .warning, in: session)
        return outcome.isConclusive ? status : status.or(.noVerdict)
    }
}
