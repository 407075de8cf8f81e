package import Addressing
package import Chronology
package import JSONShapes
package import Observations

/// What a cache holds and how fresh it is.
package struct CacheStatus: Hashable, Sendable {
    /// The newest run of one vantage point.
    package struct Vantage: Hashable, Sendable {
        /// The vantage point's name.
        package let name: String
        /// When its newest run ended.
        package let lastRun: Timestamp
        /// What scanned then.
        package let tool: String
        /// Whether that run reached its end.
        package let state: ScanRun.State
    }

    /// When a vantage point scanned a subnet.
    package struct Subnet: Hashable, Sendable {
        /// The routing domain of the subnet.
        package let vrf: String
        /// The subnet.
        package let prefix: IPPrefix
        /// Who scanned it.
        package let vantage: String
        /// When the newest run that covered it ended.
        package let lastScan: Timestamp
        /// When the newest complete run that covered it ended; nil if none was.
        package let lastCompleteScan: Timestamp?
    }

    /// The file, as the user named it.
    package let path: String
    /// The size of the database in bytes.
    package let size: Int64
    /// How many migrations made the file what it is.
    package let schemaVersion: Int
    /// How many runs are stored.
    package let runs: Int64
    /// How many addresses are known, once for each vantage point that knows them.
    package let addresses: Int64
    /// How many changes the history holds.
    package let changes: Int64
    /// How many leases DHCP servers had handed out.
    package let leases: Int64
    /// When the oldest run began; nil without runs.
    package let oldestRun: Timestamp?
    /// When the newest run ended; nil without runs.
    package let newestRun: Timestamp?
    /// The vantage points, sorted by name.
    package let vantages: [Vantage]
    /// The subnets that runs covered, sorted by VRF, prefix and vantage point.
    package let subnets: [Subnet]
}

extension CacheStatus {
    /// The JSON of `cache status`.
    package static let shape = JSONShape<CacheStatus>(
        "What the cache holds and how fresh it is.",
        [
            .init("path", .string, "The cache's file.") { .string($0.path) },
            .init("size", .integer(0...(.max)), "The size of the database in bytes.") { .integer($0.size) },
            .init("schema_version", .integer(0...(.max)), "The version of the tables.") {
                .integer(Int64($0.schemaVersion))
            },
            .init("runs", .integer(0...(.max)), "How many runs are stored.") { .integer($0.runs) },
            .init("addresses", .integer(0...(.max)), "How many addresses are known, per vantage point.") {
                .integer($0.addresses)
            },
            .init("changes", .integer(0...(.max)), "How many changes the history holds.") { .integer($0.changes) },
            .init("leases", .integer(0...(.max)), "How many leases DHCP servers had handed out.") {
                .integer($0.leases)
            },
            .init("oldest_run", .nullable(.string), "When the oldest run began.") { .text($0.oldestRun) },
            .init("newest_run", .nullable(.string), "When the newest run ended.") { .text($0.newestRun) },
            .init("vantages", .array(of: vantageShape.schema), "The newest run of each vantage point.") {
                .array($0.vantages.map(vantageShape.json))
            },
            .init("subnets", .array(of: subnetShape.schema), "When each subnet was scanned, per vantage point.") {
                .array($0.subnets.map(subnetShape.json))
            },
        ])

    private static let vantageShape = JSONShape<Vantage>(
        "The newest run of one vantage point.",
        [
            .init("name", .string, "The vantage point.") { .string($0.name) },
            .init("last_run", .string, "When its newest run ended.") { .text($0.lastRun) },
            .init("tool", .string, "What scanned.") { .string($0.tool) },
            .init("state", .oneOf(ScanRun.State.allCases.map(\.rawValue)), "Whether the run reached its end.") {
                .string($0.state.rawValue)
            },
        ])

    private static let subnetShape = JSONShape<Subnet>(
        "When one subnet was scanned from one vantage point.",
        [
            .init("vrf", .string, "The routing domain.") { .string($0.vrf) },
            .init("prefix", .string, "The subnet.") { .text($0.prefix) },
            .init("vantage", .string, "The vantage point.") { .string($0.vantage) },
            .init("last_scan", .string, "When the newest run that covered it ended.") { .text($0.lastScan) },
            .init("last_complete_scan", .nullable(.string), "When the newest complete run ended.") {
                .text($0.lastCompleteScan)
            },
        ])
}
