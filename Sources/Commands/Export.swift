import ArgumentParser
import Exports
import Workflows

struct Export: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the inventory in another format.",
        discussion: ExportFormats.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n")
            + "\n\nExits with 1 if --check finds a difference, with 3 if more would be removed from the files at --out than "
            + "settings.safety allows: then none is written."
    )

    @Argument(
        help: "Format: \(ExportFormats.all.map(\.name).joined(separator: ", ")).",
        completion: .list(ExportFormats.all.map(\.name))
    )
    var format: String

    @Option(help: "File to write, or directory for a format of several files.", completion: .file())
    var out: String?

    @Option(
        help: ArgumentHelp(
            "Directory of the files in use, from which serials go on (default: --out).", valueName: "directory"),
        completion: .directory)
    var previous: String?

    @Option(help: ArgumentHelp("Make no serial older than this one (RFC 1982), for bind.", valueName: "number"))
    var minSerial: UInt32?

    @Option(
        help: ArgumentHelp(
            "Routing domain that a DHCP server is for: dnsmasq, kea (default: default).", valueName: "name"))
    var vrf: String?

    @Flag(help: "Write nothing, and exit with 1 if what is at --out differs.")
    var check = false

    @Flag(help: "Remove files of the same format from --out that are no longer made.")
    var prune = false

    @Option(help: ArgumentHelp("Acknowledge exactly this number of removals.", valueName: "number"))
    var allowRemovals: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if minSerial == 0 { throw ValidationError("--min-serial takes 1 to 4294967295: 0 stands for none") }
        guard out == nil else { return }
        if check { throw ValidationError("--check compares with what is at --out: say where") }
        if previous != nil { throw ValidationError("--previous is for files that are written to --out: say where") }
        if prune { throw ValidationError("--prune removes files at --out: say where") }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let export = try ExportWorkflow.run(
            format, vrf: vrf, leastSerial: minSerial, session.project, in: session.world)
        guard let out else {
            try session.console.write(try export.singleText())
            return .done
        }
        var options = ExportWorkflow.WriteOptions()
        options.isCheck = check
        options.prunes = prune
        options.allowedRemovals = allowRemovals
        options.previous = previous
        return try session.report(try export.write(to: out, options), check: check)
    }
}

extension Session {
    /// Says which files were written, or would be, and what that means for the exit code.
    func report(_ changes: WrittenFiles, check: Bool) throws(WorkflowError) -> ExitStatus {
        for path in changes.changed {
            console.notify(check ? "\(path) differs: \(changes.differences[path] ?? "")" : "wrote \(path)")
        }
        for path in changes.removed { console.notify(check ? "\(path) is no longer made" : "removed \(path)") }
        for path in changes.stale { console.notify("\(path) is no longer made: --prune removes it") }
        for notice in changes.notices { console.notify(notice) }
        let differ = changes.changed + changes.removed
        if differ.isEmpty { console.notify("\(changes.unchanged.count) files, all as they were") }
        return check && !differ.isEmpty ? .findings : .done
    }
}
