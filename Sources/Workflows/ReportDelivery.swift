package import Reports

/// One report that was asked for: a format, and a file or stdout.
package struct ReportRequest: Sendable {
    /// The format.
    package let format: any ReportFormat
    /// The file to write; nil for stdout.
    package let file: String?

    /// What people see who ask for nothing: human, on stdout.
    package static let standard = ReportRequest(format: HumanReport(), file: nil)

    private init(format: any ReportFormat, file: String?) {
        self.format = format
        self.file = file
    }

    /// Parses `FORMAT` or `FORMAT=FILE`; nil if there is no such format or the file has no name.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let format = ReportFormats.all.first(where: { $0.name == parts[0] }) else { return nil }
        self.format = format
        file = parts.count == 2 ? parts[1] : nil
        if file?.isEmpty == true { return nil }
    }
}

/// Renders one result in all formats that were asked for.
package struct ReportDelivery: Sendable {
    private let requests: [ReportRequest]

    /// Makes a delivery; at most one of the requests may be for stdout.
    package init(_ requests: [ReportRequest]) {
        self.requests = requests
    }

    /// Writes the files and returns the text for stdout, if one was asked for.
    ///
    /// In a step of GitHub Actions annotations and a summary come with what people read, never with what programs read.
    /// - Throws: ``WorkflowError`` if a file cannot be written.
    package func deliver(
        _ report: some Reportable, of project: Project, style: ReportStyle, step: GitHubActions?
    ) throws(WorkflowError) -> String? {
        let protected = ProtectedPlaces(project)
        for file in requests.compactMap(\.file) {
            try protected.requireOutside(file)
            try ProtectedPlaces.requireNoDocument(file)
        }
        let plain = ReportStyle.plain(in: project.directory)
        var text: String?
        for request in requests {
            guard let file = request.file else {
                text = report.render(as: request.format, style: style)
                continue
            }
            try OutputDirectory.writeFile(file, text: report.render(as: request.format, style: plain), of: project)
        }
        guard let step, let log = text, isForPeople else { return text }
        if !requests.contains(where: { step.isSummary($0.file) }) { try step.summarise(report) }
        return step.inert(log) + report.render(as: GitHubReport(), style: plain)
    }

    /// Whether stdout is read by people.
    private var isForPeople: Bool {
        requests.contains { $0.file == nil && $0.format is HumanReport }
    }
}
