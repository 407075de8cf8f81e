import ArgumentParser
import Chronology
import Reports
import Workflows

struct CachePruneCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Forget addresses that are no longer declared.",
        discussion: """
            Removes what is known about addresses in no declared subnet, unless they were seen lately, and when subnets \
            were scanned that are declared no more; shows all of it first. The history is kept. Stops with exit code 3 if \
            that is more than settings.safety allows.
            """
    )

    @Flag(help: "Remove nothing, and exit with 1 if there is something to remove.")
    var check = false

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals.", valueName: "number"))
    var allowRemovals: Int?

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let outcome = try CachePruneWorkflow.run(
            session.project, allowed: allowRemovals, check: check, in: session.world)
        try session.console.write(text(of: outcome, at: session.world.now()))
        if outcome.isStopped, !check {
            for reason in outcome.reasons { session.console.tell("error: \(reason)") }
            session.console.tell(
                "error: nothing was removed; --allow-removals \(outcome.orphans.total) acknowledges it")
            return .safetyStop
        }
        return check && outcome.orphans.total > 0 ? .findings : .done
    }

    private func text(of outcome: CachePruneWorkflow.Outcome, at now: Timestamp) -> String {
        guard outcome.orphans.total > 0 else {
            return "nothing to remove: all that is known is declared, or was seen lately\n"
        }
        var table = TextTable(["WHAT", "VANTAGE", "LAST SEEN"].map { .init($0) })
        for row in outcome.orphans.rows(at: now) { table.add([row.title, row.vantage, row.lastSeen]) }
        return table.text() + "\(outcome.isRemoved ? "removed" : "to remove:") \(outcome.orphans.counts)\n"
    }
}
