import JSONShapes

/// The report for scripts; ``ReportSchemas`` describes it.
package struct JSONReport: ReportFormat {
    package let name = "json"
    package let fileExtension = "json"
    package let summary = "everything, for scripts; `schemas/` describes it"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        ReportSchemas.shape(of: report.kind).text(report)
    }
}
