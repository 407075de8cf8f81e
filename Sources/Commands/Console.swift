import Findings
import Foundation
import Reports
import Workflows

/// The terminal: the result on stdout, everything else on stderr.
struct Console: Sendable {
    /// Whether nothing but the result is wanted.
    let isQuiet: Bool
    private let isVerbose: Bool
    private let colour: ColourChoice

    init(_ options: TalkOptions) {
        isQuiet = options.quiet
        isVerbose = options.verbose
        colour = options.color
    }

    /// Writes the result, or a part of it.
    ///
    /// - Throws: ``WorkflowError`` if stdout is closed or full: a result that nobody got is no success.
    func write(_ text: String) throws(WorkflowError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw WorkflowError("cannot write the result to standard output: it is closed or full")
        }
    }

    /// Tells what helps to understand a run that went another way than expected.
    func detail(_ line: String) {
        if isVerbose { tell(TerminalText.escaped(line)) }
    }

    /// Tells what was done, unless only the result is wanted.
    func tellUnlessQuiet(_ line: String) {
        if !isQuiet { tell(line) }
    }

    /// Tells something that is worth knowing but is not the result.
    func notify(_ message: String) {
        if !isQuiet { tell("note: \(message)") }
    }

    /// Tells why the command could not do its work, and which findings are in the way.
    func show(_ error: WorkflowError) {
        if let findings = error.findings {
            let report = FindingReport(kind: .validation, findings: findings, sources: .init([]))
            tell(OnelineReport().render(report, style: .plain), terminator: "")
        }
        tell("error: \(error.message)")
    }

    /// Appends a line to stderr, its control characters made visible.
    func tell(_ text: String, terminator: String = "\n") {
        let safe = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            TerminalText.escaped(String($0))
        }
        draw(safe.joined(separator: "\n") + terminator)
    }

    /// Writes to stderr as it is; a closed stderr is nobody's failure.
    func draw(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Whether progress may be drawn over itself.
    var drawsProgress: Bool {
        !isQuiet && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["CI"] == nil
    }

    /// Whether progress is told at all.
    var tellsProgress: Bool { !isQuiet }

    /// How the human report looks on stdout.
    ///
    /// - Parameter limit: the most findings that it lists; nil for all.
    func style(limit: Int?, in project: Project) -> ReportStyle {
        let environment = ProcessInfo.processInfo.environment
        let usesColour = colour.isOn(isTerminal: isatty(STDOUT_FILENO) == 1, environment: environment)
        return ReportStyle(usesColour: usesColour, width: 100, limit: limit, directory: project.directory)
    }
}
