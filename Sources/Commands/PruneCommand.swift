import ArgumentParser
import Chronology
import Findings
import Foundation
import Reports
import Workflows

struct PruneCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Take out what nobody needs.",
        discussion: """
            Retired devices whose addresses have all expired, or that have none; expired reservations; deprecated subnets \
            and containers with nothing in them; waivers that have expired or cover nothing; and what the cache knows of \
            addresses in no declared subnet, unless they were seen lately. Shows all of it first and asks; --yes does not. \
            Stops with exit code 3 if that is more than settings.safety allows.
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
        try console.write(text(of: outcome, at: session.world.now()))
        guard outcome.total > 0 else { return .done }
        if check { return .findings }
        if !outcome.reasons.isEmpty, allowRemovals != outcome.total {
            for reason in outcome.reasons { console.tell("error: \(reason)") }
            console.tell("error: nothing was removed; --allow-removals \(outcome.total) acknowledges it")
            return .safetyStop
        }
        guard yes || edit.dryRun || isAgreed(outcome.total, console) else {
            console.tell("nothing was removed; --yes does not ask")
            return .findings
        }
        if !outcome.candidates.isEmpty {
            let status = try edit.make([Pruning(outcome.candidates)], in: session)
            guard status == .done else { return status }
        }
        if outcome.orphans.total > 0, !edit.dryRun {
            try outcome.orphans.forget(from: session.project, in: session.world)
            console.tellUnlessQuiet("the cache forgot \(outcome.orphans.counts)")
        }
        return .done
    }

    private func text(of outcome: PruneInventoryWorkflow.Outcome, at now: Timestamp) -> String {
        guard outcome.total > 0 else { return "nothing to prune\n" }
        var table = TextTable(["WHAT", "WHY", "WHERE"].map { .init($0) })
        for candidate in outcome.candidates {
            table.add([candidate.title, candidate.reason, "\(candidate.place.path):\(candidate.place.line)"])
        }
        for row in outcome.orphans.rows(at: now) {
            table.add([row.title, "in no declared subnet, last seen: \(row.lastSeen)", "cache, \(row.vantage)"])
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
