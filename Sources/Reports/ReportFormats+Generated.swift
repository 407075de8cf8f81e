// Written by .ci/catalogs from the files in Sources/Reports/Formats.

/// Every report format, in the order of their names.
package enum ReportFormats {
    /// The list.
    package static let all: [any ReportFormat] = [
        CSVReport(),
        GitHubReport(),
        GitLabReport(),
        HTMLReport(),
        HumanReport(),
        JSONReport(),
        JUnitReport(),
        MarkdownReport(),
        OnelineReport(),
        PrometheusReport(),
        SARIFReport(),
    ]
}
