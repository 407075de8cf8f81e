package import Addressing
package import Chronology
package import JSONShapes

/// How much of what is alive on the network the inventory accounts for.
package struct LiveCoverage: Hashable, Sendable {
    /// How many addresses were alive.
    package let alive: Int
    /// How many of them somebody claims.
    package let claimed: Int

    /// Makes coverage from its two counts.
    package init(alive: Int, claimed: Int) {
        self.alive = alive
        self.claimed = claimed
    }

    /// The share of live addresses that are claimed, in percent rounded down; nil if nothing was seen alive.
    package var percent: Int? { alive == 0 ? nil : claimed * 100 / alive }

    /// How the coverage prints as JSON.
    package static let shape = JSONShape<LiveCoverage>(
        "How much of what is alive the inventory accounts for.",
        [
            .init("alive", .integer(0...Int64.max), "Addresses that were alive.") { .integer(Int64($0.alive)) },
            .init("claimed", .integer(0...Int64.max), "Those of them that somebody claims.") {
                .integer(Int64($0.claimed))
            },
            .init("percent", .nullable(.integer(0...100)), "Their share; null if nothing was alive.") {
                $0.percent.map { .integer(Int64($0)) } ?? .null
            },
        ])
}

/// What is known about the scans of one subnet: the basis of a verdict on it.
package struct SubnetScan: Hashable, Sendable {
    /// The routing domain.
    package let vrf: String
    /// The subnet.
    package let prefix: IPPrefix
    /// Where it was scanned from; nil if never.
    package let vantage: String?
    /// When the latest complete scan of it ended; nil if there was none.
    package let completed: Timestamp?
    /// What the latest run of any state covered; nil if there was none.
    package let coverage: SubnetCoverage?

    /// Makes the summary of one subnet's scans.
    package init(vrf: String, prefix: IPPrefix, vantage: String?, completed: Timestamp?, coverage: SubnetCoverage?) {
        self.vrf = vrf
        self.prefix = prefix
        self.vantage = vantage
        self.completed = completed
        self.coverage = coverage
    }

    /// How the summary prints as JSON.
    package static let shape = JSONShape<SubnetScan>(
        "What is known about the scans of one subnet.",
        [
            .init("vrf", .string, "Routing domain.") { .string($0.vrf) },
            .init("prefix", .string, "Subnet.") { .text($0.prefix) },
            .init("vantage", .nullable(.string), "Where it was scanned from.") { JSON($0.vantage) },
            .init("completed", .nullable(.string), "When its latest complete scan ended (RFC 3339).") {
                .text($0.completed)
            },
            .init("targets", .nullable(.integer()), "Addresses that were to be probed.") {
                $0.coverage.map { .integer(Int64($0.targets)) } ?? .null
            },
            .init("alive", .nullable(.integer()), "Addresses that answered.") { $0.count(.alive) },
            .init("silent", .nullable(.integer()), "Addresses that did not.") { $0.count(.silent) },
            .init("unreachable", .nullable(.integer()), "Addresses with an ICMP error.") { $0.count(.unreachable) },
            .init("unknown", .nullable(.integer()), "Addresses without a verdict.") { $0.count(.unknown) },
        ])

    private func count(_ verdict: Verdict) -> JSON {
        coverage.map { .integer(Int64($0.count(verdict))) } ?? .null
    }
}
