import FileStore
import Reports

/// A step of GitHub Actions, when that is where a run takes place: its log and its summary are read by people.
package struct GitHubActions: Sendable {
    /// The most bytes that a step's summary may hold; with more, GitHub shows nothing of it.
    static let summaryLimit = 1 << 20

    private let summaryFile: String?
    private let token: String

    /// The step that the world is in; nil elsewhere.
    package init?(_ world: World) {
        guard world.environment["GITHUB_ACTIONS"] == "true" else { return nil }
        let file = world.environment["GITHUB_STEP_SUMMARY"] ?? ""
        summaryFile = file.isEmpty ? nil : file
        token = world.token()
    }

    /// Text for the log in which the runner looks for no commands; nobody who wrote a part of it can guess the token.
    func inert(_ text: String) -> String {
        "::stop-commands::\(token)\n\(text)::\(token)::\n"
    }

    /// Adds the report to the step's summary, in what room other commands of the step have left.
    ///
    /// - Throws: ``WorkflowError`` if the file cannot be written.
    func summarise(_ report: some Reportable) throws(WorkflowError) {
        guard let summaryFile else { return }
        let used = (try? FileReader.bytes(of: summaryFile, limit: Self.summaryLimit))?.count ?? 0
        let room = Self.summaryLimit - used - 2
        guard room >= MarkdownReport.limit else { return }
        let text = report.summary(limit: room) + "\n"
        do {
            try FileAppender.append(Array(text.utf8), to: summaryFile)
        } catch {
            throw WorkflowError("\(error)")
        }
    }

    /// Whether a file that was asked for is the summary itself.
    func isSummary(_ file: String?) -> Bool { file != nil && file == summaryFile }
}
