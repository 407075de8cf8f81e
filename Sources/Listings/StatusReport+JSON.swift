import Findings
import InventoryModel
package import JSONShapes
import Observations

extension StatusReport {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The JSON of `status`.
    package static let shape = JSONShape<StatusReport>(
        "The state of everything.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("counts", .any.with("type", "object"), "How much is declared, by kind.") {
                .object($0.counts.map { .init($0.what, .integer(Int64($0.number))) })
            },
            .init("errors", .integer(0...Int64.max), "Errors of validation.") {
                .integer(Int64($0.findings.count(.error)))
            },
            .init("warnings", .integer(0...Int64.max), "Warnings of validation.") {
                .integer(Int64($0.findings.count(.warning)))
            },
            .init("waived", .integer(0...Int64.max), "Findings of validation that a waiver covers.") {
                .integer(Int64($0.findings.waived.count))
            },
            .init("pools", listOf: PoolLevel.shape, "Pools that addresses are taken from, fullest first.") { $0.pools },
            .init("expiring", listOf: Expiry.shape, "What ends within \(window) days or has ended, soonest first.") {
                $0.expiring
            },
            .init(
                "drift", .nullable(Drift.shape.schema),
                "How inventory and network differ; null if the inventory is too broken to compare."
            ) { $0.drift.map(Drift.shape.json) ?? .null },
        ])
}

extension StatusReport.PoolLevel {
    fileprivate static let shape = JSONShape<StatusReport.PoolLevel>(
        "A pool and how much of it is taken.",
        [
            .init("name", .string, "Its name.") { .string($0.name) },
            .init("subnet", .string, "Its subnet; outside the default VRF vrf/prefix.") { .string($0.subnet) },
            .init("purpose", .oneOf(PoolPurpose.allCases.map(\.rawValue)), "What its addresses are for.") {
                .string($0.purpose.rawValue)
            },
            .init("taken", .count, "Addresses that are claimed, leased or alive.") {
                .count($0.taken)
            },
            .init("size", .count, "Addresses that hosts could have.") { .count($0.size) },
            .init("percent", .integer(0...100), "The share that is taken.") { .integer(Int64($0.percent)) },
        ])
}

extension StatusReport.Expiry {
    fileprivate static let shape = JSONShape<StatusReport.Expiry>(
        "Something that ends soon, or has ended.",
        [
            .init("kind", .oneOf(["reservation", "address", "waiver"]), "What ends.") { .string($0.kind) },
            .init("name", .string, "Which one.") { .string($0.name) },
            .init("expires", .string, "The last day.") { .text($0.expires) },
            .init("path", .string, "File.") { .string($0.place.path) },
            .init("line", .integer(1...Int64.max), "Line, counted from 1.") { .integer(Int64($0.place.line)) },
        ])
}

extension StatusReport.Drift {
    fileprivate static let shape = JSONShape<StatusReport.Drift>(
        "How inventory and network differ.",
        [
            .init("coverage", LiveCoverage.shape.schema, "How much of what is alive is claimed.") {
                LiveCoverage.shape.json($0.coverage)
            },
            .init("is_conclusive", .boolean, "Whether all that is to be scanned has a scan that is recent enough.") {
                .bool($0.isConclusive)
            },
            .init("scans", listOf: SubnetScan.shape, "The scans of each subnet, oldest first.") { $0.scans },
            .init("rules", listOf: StatusReport.RuleCount.shape, "What differs, gravest first.") { $0.rules },
        ])
}

extension StatusReport.RuleCount {
    fileprivate static let shape = JSONShape<StatusReport.RuleCount>(
        "What drift of one rule there is.",
        [
            .init("rule", .string, "The rule.") { .text($0.rule) },
            .init("severity", .oneOf(Severity.allCases.map(\.rawValue)), "How much it matters.") {
                .string($0.severity.rawValue)
            },
            .init("count", .integer(1...Int64.max), "Findings that no waiver covers.") { .integer(Int64($0.count)) },
        ])
}
