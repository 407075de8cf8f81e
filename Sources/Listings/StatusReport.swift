package import Chronology
package import Findings
package import InventoryModel
package import Observations

/// The state of everything on one screen.
package struct StatusReport: Sendable {
    /// How many there are of something.
    package struct Count: Hashable, Sendable {
        /// What is counted, such as `subnets`.
        package let what: String
        /// How many.
        package let number: Int
    }

    /// A pool and how much of it is taken.
    package struct PoolLevel: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Its subnet, outside the default VRF as `vrf/prefix`.
        package let subnet: String
        /// What its addresses are for.
        package let purpose: PoolPurpose
        let use: RangeUse

        /// Addresses that are claimed, leased or alive.
        package var taken: UInt128 { use.taken }
        /// Addresses that hosts could have.
        package var size: UInt128 { use.size }
        /// The share that is taken; 0 of a pool without addresses.
        package var percent: Int { use.percent ?? 0 }
    }

    /// Something that ends soon, or has ended.
    package struct Expiry: Hashable, Sendable {
        /// What ends: a reservation, an address of a device, or a waiver.
        package let kind: String
        /// Which one.
        package let name: String
        /// The last day.
        package let expires: CalendarDate
        /// Where it is declared.
        package let place: SourceLocation
    }

    /// What drift of one rule there is.
    package struct RuleCount: Hashable, Sendable {
        /// The rule.
        package let rule: RuleID
        /// How much it matters.
        package let severity: Severity
        /// How many findings no waiver covers.
        package let count: Int
    }

    /// What drift came to.
    package struct Drift: Sendable {
        /// How much of what is alive the inventory accounts for.
        package let coverage: LiveCoverage
        /// What is known about the scans of each subnet, those that are oldest first.
        package let scans: [SubnetScan]
        /// What differs, gravest and most frequent first.
        package let rules: [RuleCount]
        /// Whether every subnet that is to be scanned has a complete scan that is recent enough.
        package let isConclusive: Bool

        /// Counts findings.
        package init(_ findings: FindingList, coverage: LiveCoverage, scans: [SubnetScan], isConclusive: Bool) {
            self.coverage = coverage
            self.isConclusive = isConclusive
            self.scans = scans.sorted { left, right in
                let (one, other) = (left.completed?.seconds ?? .min, right.completed?.seconds ?? .min)
                return one == other ? (left.vrf, left.prefix) < (right.vrf, right.prefix) : one < other
            }
            let groups = Dictionary(grouping: findings.open) { Group(rule: $0.rule, severity: $0.severity) }
            rules = groups.map { RuleCount(rule: $0.key.rule, severity: $0.key.severity, count: $0.value.count) }
                .sorted { ($1.severity, $1.count, $0.rule) < ($0.severity, $0.count, $1.rule) }
        }

        private struct Group: Hashable {
            let rule: RuleID
            let severity: Severity
        }
    }

    /// How much is declared.
    package let counts: [Count]
    /// What validation found.
    package let findings: FindingList
    /// The pools, fullest first.
    package let pools: [PoolLevel]
    /// What ends within the window, soonest first.
    package let expiring: [Expiry]
    /// How inventory and network differ; nil if the inventory is too broken to compare.
    package let drift: Drift?

    /// How many days ahead what ends is told.
    package static let window = 30

    /// Sums everything up.
    package init(_ input: ListInput, findings: FindingList, drift: Drift?) {
        let inventory = input.plan.inventory
        counts = Self.counts(inventory)
        self.findings = findings
        pools = PoolRow.all(input).filter { $0.pool.purpose != .reserved }.map { row in
            PoolLevel(
                name: row.pool.name.value,
                subnet: Subject(.prefix, row.subnet.prefix.value, vrf: row.subnet.vrfName).id,
                purpose: row.pool.purpose, use: row.use)
        }.sorted { ($1.percent, $0.name) < ($0.percent, $1.name) }
        expiring = Expiries.within(days: Self.window, input)
        self.drift = drift
    }

    private static func counts(_ inventory: Inventory) -> [Count] {
        let devices = Dictionary(grouping: inventory.devices, by: \.status).mapValues(\.count)
        return [
            Count(what: "sites", number: inventory.sites.count),
            Count(what: "subnets", number: inventory.subnets.count { $0.status != .container }),
            Count(what: "containers", number: inventory.subnets.count { $0.status == .container }),
            Count(what: "pools", number: inventory.subnets.reduce(0) { $0 + $1.pools.count }),
            Count(what: "active_devices", number: devices[.active] ?? 0),
            Count(what: "planned_devices", number: devices[.planned] ?? 0),
            Count(what: "retired_devices", number: devices[.retired] ?? 0),
            Count(what: "reservations", number: inventory.reservations.count),
            Count(what: "zones", number: inventory.zones.count),
            Count(what: "waivers", number: inventory.waivers.count),
        ]
    }
}
