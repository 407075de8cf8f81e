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
            "Report format: \(ReportFormats.all.map(\.name).joined(separator: ", ")); repeatable.",
            valueName: "format[=file]"
        )
    )
    var outputs: [ReportRequest] = []

    @Option(help: "Least grave finding that counts: error, warning, note or never.")
    var failOn: Threshold?

    @Flag(help: "List waived findings too.")
    var showWaived = false

    /// Delivers a report and says what its findings make of the exit code.
    func deliver(
        _ report: FindingReport, failOn standard: Threshold, in session: Session
    ) throws(WorkflowError) -> ExitStatus {
        var report = report
        report.showsWaived = showWaived
        let delivery = ReportDelivery(outputs.isEmpty ? [.standard] : outputs)
        if let text = try delivery.deliver(report, of: session.project, style: session.console.style) {
            try session.console.write(text)
        }
        guard let threshold = (failOn ?? standard).severity else { return .done }
        return report.findings.reaches(threshold) ? .findings : .done
    }

    func validate() throws {
        let files = outputs.compactMap(\.file)
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
