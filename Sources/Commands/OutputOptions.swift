import ArgumentParser
import Findings
import Reports
import Workflows

/// Where findings go, and which of them count.
struct OutputOptions: ParsableArguments {
    /// The least grave finding that makes the exit code 1.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warning, note, never

        var severity: Severity? {
            switch self {
            case .error: .error
            case .warning: .warning
            case .note: .note
            case .never: nil
            }
        }
    }

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Report format, to stdout or into a file; repeatable. If all go into files, people still see human.",
            valueName: "format[=file]"
        )
    )
    var outputs: [ReportRequest] = []

    @Option(help: "Least grave finding that counts: error, warning, note or never.")
    var failOn: Threshold?

    @Flag(help: "List waived findings too.")
    var showWaived = false

    @Option(help: "Most findings that the human report lists, the gravest of them; 0 lists all.")
    var limit = 0

    @Option(help: "In GitHub Actions add annotations and a step summary to the human report: auto or none.")
    var ci = CIChoice.auto

    /// What to do for the CI system that a run belongs to.
    enum CIChoice: String, ExpressibleByArgument, CaseIterable {
        case auto, none
    }

    /// Delivers a result and says what its findings make of the exit code.
    func deliver(
        _ report: some Reportable, failOn standard: Threshold, in session: Session
    ) throws(WorkflowError) -> ExitStatus {
        var report = report
        report.showsWaived = report.showsWaived || showWaived
        let step = ci == .none ? nil : GitHubActions(session.world)
        let text = try ReportDelivery(requests(in: session)).deliver(
            report, of: session.project,
            style: session.console.style(limit: limit == 0 ? nil : limit, in: session.project), step: step)
        if let text { try session.console.write(text) }
        guard let threshold = (failOn ?? standard).severity else { return .done }
        return report.findings.reaches(threshold) ? .findings : .done
    }

    /// What was asked for, and the human report if that leaves stdout to nobody: a failure shows its reason.
    private func requests(in session: Session) -> [ReportRequest] {
        let hasOwner = outputs.contains { $0.file == nil }
        return hasOwner || session.console.isQuiet && !outputs.isEmpty ? outputs : outputs + [.standard]
    }

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit takes a number of findings, or 0 for all") }
        let files = outputs.compactMap(\.file?.tidyPath)
        guard Set(files).count == files.count else {
            throw ValidationError("two -o name the same file, and one would overwrite the other")
        }
        guard outputs.count(where: { $0.file == nil }) <= 1 else {
            throw ValidationError("only one -o may write to standard output; give the others a file: -o json=FILE")
        }
    }
}

extension ReportRequest: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }

    package static var allValueStrings: [String] { ReportFormats.all.map(\.name) }
}
