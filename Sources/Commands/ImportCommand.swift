import ArgumentParser
import FileStore
import Imports
import JSONShapes
import Workflows

struct ImportCommand: SessionCommand {
    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over what a spreadsheet, NetBox, phpIPAM or another tool knows.",
        discussion: ImportFormats.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n")
            + "\n\n"
                + """
                Several files make one inventory. Whatever is wrong is told with its row, and so is what has no place in an \
                inventory. The result is validated before it is written; if a row is wrong nothing is written and the exit \
                code is 1, unless --skip-invalid leaves such rows out. A file that cannot be made sense of stops all of it \
                with 2. What is there already and says the same stays as it \
                is; nothing is ever removed.
                """
    )

    @Argument(help: "Files to import.", completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Format of all files: \(ImportFormats.all.map(\.name).joined(separator: ", ")) (default: as each one looks).",
            valueName: "format"),
        completion: .list(ImportFormats.all.map(\.name)))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Read column A as if it were called B, such as 'Host Name=device'; repeatable.", valueName: "a=b"))
    var map: [String] = []

    @Flag(help: "Leave out the rows that are wrong and write the rest.")
    var skipInvalid = false

    @Flag(help: "Write nothing.")
    var dryRun = false

    @Option(help: "How to spread what is new over files: site, subnet or none.")
    var split = DocumentSplit.site

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format of the result: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let from, ImportFormats.named(from) == nil {
            let names = ImportFormats.all.map(\.name).joined(separator: ", ")
            throw ValidationError("there is no import format '\(from)'; there are \(names)")
        }
        for text in map where Self.renaming(text) == nil {
            throw ValidationError("--map takes two names of columns, such as 'Host Name=device', not '\(text)'")
        }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var options = ImportWorkflow.Options()
        options.format = from.flatMap(ImportFormats.named)
        options.renamedColumns = map.compactMap(Self.renaming)
        options.split = split
        options.skipsInvalid = skipInvalid
        options.isDryRun = dryRun
        let read = try read()
        let size = read.reduce(0) { $0 + $1.bytes.count }
        if size >= Self.longImport, session.console.tellsProgress {
            options.progress = { session.console.tell("importing: \($0.words(of: size))") }
        }
        let outcome = try ImportWorkflow.run(read, options, session.project, in: session.world)
        switch format {
        case .human: try session.console.write(ImportSummary(outcome, isDryRun: dryRun, skipsInvalid: skipInvalid).text)
        case .json: try session.console.write(ImportOutcome.shape.text(outcome))
        }
        if outcome.isRefused { return .failed }
        return outcome.faultyRows > 0 && !skipInvalid || outcome.isFaultThroughout ? .findings : .done
    }

    /// The number of bytes from which on an import takes so long that people want to know what it is doing.
    private static let longImport = 4 << 20

    private func read() throws(WorkflowError) -> [ImportFile] {
        var read: [ImportFile] = []
        for path in files {
            do {
                let bytes = try FileReader.bytes(of: path, limit: ImportWorkflow.sizeLimit)
                read.append(ImportFile(path: path, bytes: bytes))
            } catch {
                throw WorkflowError("\(error)")
            }
        }
        return read
    }

    private static func renaming(_ text: String) -> (from: String, to: String)? {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}

extension ImportWorkflow.Progress {
    /// What is being done, of files of so many bytes.
    fileprivate func words(of size: Int) -> String {
        switch self {
        case .reading: "reading \(size >> 20) MiB"
        case .checking(let rows): "checking what \(rows) rows make of the inventory"
        case .leavingOut(let rows): "beginning anew without \(rows) rows that are wrong"
        case .writing(let files): "writing \(files) files"
        }
    }
}

extension DocumentSplit: ExpressibleByArgument {}
