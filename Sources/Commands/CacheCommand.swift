import ArgumentParser
import JSONShapes
import Storage
import Workflows

struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache",
        abstract: "Look after the cache of what was seen.",
        subcommands: [CacheStatusCommand.self, CacheMergeCommand.self, CachePruneCommand.self]
    )
}

struct CacheStatusCommand: SessionCommand {
    /// How the status is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what the cache holds and how fresh it is."
    )

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        guard let status = try session.project.cacheStatus() else {
            session.console.notify("nothing was ever scanned: there is no cache at \(session.project.cache)")
            return .noVerdict
        }
        try session.console.write(
            format == .json
                ? CacheStatus.shape.json(status).text() : CacheStatusText(status, at: session.world.now()).text
        )
        return .done
    }
}
