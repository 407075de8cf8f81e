import ArgumentParser
import Workflows

/// How a scan goes about it, for the commands that scan.
struct ScanOptions: ParsableArguments {
    @Option(help: "What to call this vantage point (default: the host's name).")
    var vantage: String?

    @Option(help: "Routing domain that this machine stands in.")
    var vrf = "default"

    @Option(help: "Most probes per second; the inventory's own limits still hold.")
    var rate: Int?

    @Flag(help: "Sweep IPv4 networks wider than a /16 as well.")
    var sweepLarge = false

    func validate() throws {
        if let rate, !(1...1_000_000).contains(rate) { throw ValidationError("--rate takes 1 to 1000000") }
    }

    func workflowOptions(_ console: Console) -> ScanWorkflow.Options {
        var options = ScanWorkflow.Options()
        options.vantage = vantage
        options.vrf = vrf
        options.rate = rate
        options.sweepsLarge = sweepLarge
        let display = ProgressDisplay(console)
        options.progress = { display.show($0) }
        return options
    }
}
