import ArgumentParser
import Findings
import Foundation
import Reports
import Workflows

struct PruneCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Take out of the inventory what nobody needs.",
        discussion: """
            Retired devices whose addresses have all expired, or that have none; expired reservations; deprecated subnets \
            and containers with nothing in them; waivers that have expired or cover nothing. Shows all of it first and \
            asks; --yes does not. Stops with exit code 3 if that is more than settings.safety allows. What the cache knows \
            beyond the inventory goes with `ipam cache prune`.
            """
    )

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Change nothing, and exit with 1 if there is something to prune.")
    var check = false

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals.", valueName: "number"))
    var allowRemovals: Int?

    @OptionGroup var edit: EditOptions
    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try PruneInventoryWorkflow.run(session.project, in: session.world)
        let console = session.console
        try console.write(text(of: outcome))
        if outcome.orphans > 0 {
            console.notify("the cache knows \(outcome.orphans) addresses in no declared subnet: see `ipam cache prune`")
        }
        guard !outcome.candidates.isEmpty else { return .done }
        if check { return .findings }
        let total = outcome.candidates.count
        if !outcome.reasons.isEmpty, allowRemovals != total {
            for reason in outcome.reasons { console.tell("error: \(reason)") }
            console.tell("error: nothing was removed; --allow-removals \(total) acknowledges it")
            return .safetyStop
        }
        guard yes || edit.dryRun || isAgreed(total, console) else {
            console.tell("nothing was removed; --yes does not ask")
            return .findings
        }
        return try edit.make([Pruning(outcome.candidates)], in: session)
    }

    private func text(of outcome: PruneInventoryWorkflow.Outcome) -> String {
        guard !outcome.candidates.isEmpty else { return "nothing to prune\n" }
        var table = TextTable(["WHAT", "WHY", "DECLARED"].map { .init($0) })
        for candidate in outcome.candidates {
            table.add([candidate.title, candidate.reason, "\(candidate.place.path):\(candidate.place.line)"])
        }
        return table.text()
    }

    /// Asks whoever sits at the terminal; nobody there means no.
    private func isAgreed(_ total: Int, _ console: Console) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return false }
        console.draw("remove \(total)? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}
