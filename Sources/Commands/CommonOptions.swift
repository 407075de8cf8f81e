import ArgumentParser
import Chronology
import Foundation
import Reports
import Workflows

/// Options that every command understands.
struct CommonOptions: ParsableArguments {
    @Option(name: .customShort("C"), help: "Work in this directory.", completion: .directory)
    var directory: String?

    @Option(help: "Directory that holds the YAML files.", completion: .directory)
    var inventory = Project.standard.inventory

    @Option(
        help: "File that remembers what was seen (default: $IPAM_CACHE or \(Project.standard.cache)).",
        completion: .file()
    )
    var cache: String?

    @Option(help: "Judge as of this moment, such as 2027-01-31T12:00:00Z (also $SOURCE_DATE_EPOCH).")
    var now: String?

    @OptionGroup var talk: TalkOptions

    var project: Project {
        let fromEnvironment = ProcessInfo.processInfo.environment["IPAM_CACHE"]
        return Project(inventory: inventory, cache: cache ?? fromEnvironment ?? Project.standard.cache)
    }

    func enterDirectory() throws(WorkflowError) {
        guard let directory else { return }
        guard FileManager.default.changeCurrentDirectoryPath(directory) else {
            throw WorkflowError("there is no directory '\(directory)' to work in")
        }
    }

    /// The moment given with `--now` or `SOURCE_DATE_EPOCH`; nil means the real one.
    func fixedMoment() throws(WorkflowError) -> Timestamp? {
        if let now {
            guard let moment = Timestamp(rfc3339: now) else {
                throw WorkflowError("--now takes a moment such as 2027-01-31T12:00:00Z, not '\(now)'", status: .usage)
            }
            return moment
        }
        guard let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] else { return nil }
        guard let seconds = Int64(epoch), (0...253_402_300_799).contains(seconds) else {
            throw WorkflowError("SOURCE_DATE_EPOCH takes seconds since 1970, not '\(epoch)'", status: .usage)
        }
        return Timestamp(seconds: seconds)
    }
}

/// How a command talks.
struct TalkOptions: ParsableArguments {
    @Option(help: "Colour: auto, always or never.")
    var color = ColourChoice.auto

    @Flag(name: .shortAndLong, help: "Say nothing but the result and errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more on the way.")
    var verbose = false
}

extension ColourChoice: ExpressibleByArgument {}
