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

    @Option(help: "Probes of each kind per address: exactly so many, instead of 3 and more where answers get lost.")
    var attempts: Int?

    @Option(help: "Seconds that each probe waits for its answer (default: 1).")
    var timeout: Double?

    @Option(help: "Seconds after the last probe in which late answers still count (default: 2).")
    var cooldown: Double?

    @Flag(help: "Ask living hosts for a short list of common ports too, and read how services greet.")
    var services = false

    @Option(help: "DNS server to ask for the names of living hosts, or `system` for this machine's own.")
    var resolver: String?

    @Option(help: "How to tell progress: auto, json (a line for each report) or none.")
    var progress = ProgressStyle.auto

    @Flag(help: "Sweep IPv4 networks wider than a /16 as well.")
    var sweepLarge = false

    func validate() throws {
        if let rate, !(1...1_000_000).contains(rate) { throw ValidationError("--rate takes 1 to 1000000") }
        if let attempts, !(1...15).contains(attempts) { throw ValidationError("--attempts takes 1 to 15") }
        for (name, seconds) in [("--timeout", timeout), ("--cooldown", cooldown)] {
            if let seconds, !(0.001...60).contains(seconds) { throw ValidationError("\(name) takes 0.001 to 60") }
        }
    }

    func workflowOptions(_ console: Console) -> ScanWorkflow.Options {
        var options = ScanWorkflow.Options()
        options.vantage = vantage
        options.vrf = vrf
        options.rate = rate
        options.attempts = attempts
        options.timeout = timeout.map { .seconds($0) }
        options.cooldown = cooldown.map { .seconds($0) }
        options.sweepsLarge = sweepLarge
        options.asksForCommonServices = services
        options.resolver = resolver
        let display = ProgressDisplay(console, progress)
        options.progress = { display.show($0) }
        return options
    }
}
