import Findings
package import JSONShapes
import Observations

/// The JSON that reports print, and the schemas of it, from the same declarations.
package enum ReportSchemas {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    package static let formatVersion: Int64 = 1

    /// The schema of what `validate -o json` prints (JSON Schema draft-07).
    package static let findings = shape(of: .validation).schema.document(title: "Findings of ipam validate")

    /// The schema of what `drift -o json` prints (JSON Schema draft-07).
    package static let drift = shape(of: .drift).schema.document(title: "Findings of ipam drift")

    /// How a report of this kind prints as JSON.
    package static func shape(of kind: FindingReport.Kind) -> JSONShape<FindingReport> {
        switch kind {
        case .validation, .change: JSONShape("What is wrong with the inventory.", common)
        case .drift: JSONShape("Where the inventory and the network differ.", common + network)
        }
    }

    private static let common: [JSONShape<FindingReport>.Field] = [
        .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") { _ in
            .integer(formatVersion)
        },
        .init("summary", FindingCounts.shape.schema, "How many findings there are.") {
            FindingCounts.shape.json($0.counts)
        },
        .init("findings", listOf: Finding.shape, "The findings, sorted by place; waived ones on request.") {
            $0.listed
        },
    ]

    private static let network: [JSONShape<FindingReport>.Field] = [
        .init("coverage", .nullable(LiveCoverage.shape.schema), "How much of what is alive is claimed.") {
            $0.coverage.map(LiveCoverage.shape.json) ?? .null
        },
        .init("scans", listOf: SubnetScan.shape, "What is known about the scans of each subnet.") { $0.scans },
    ]
}
