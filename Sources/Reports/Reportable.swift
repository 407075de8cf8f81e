package import Findings

/// A result that can be written in every report format.
package protocol Reportable: Sendable {
    /// Whether waived findings are listed; they are counted in any case.
    var showsWaived: Bool { get set }
    /// What is wrong, which decides how a command ends.
    var findings: FindingList { get }

    /// The whole result in a format.
    func render(as format: any ReportFormat, style: ReportStyle) -> String
    /// The result as Markdown of at most so many bytes.
    func summary(limit: Int) -> String
}

extension FindingReport: Reportable {
    package func render(as format: any ReportFormat, style: ReportStyle) -> String {
        format.render(self, style: style)
    }

    package func summary(limit: Int) -> String { MarkdownReport().text(self, limit: limit) }
}
