import Addressing
import Findings
import InventoryModel
import JSONShapes

/// A pool, its subnet, and how much of it is taken.
struct PoolRow {
    let pool: Pool
    let subnet: Subnet
    let use: RangeUse
    let place: SourceLocation

    /// Every pool, by routing domain and address.
    static func all(_ input: ListInput) -> [PoolRow] {
        let meter = UseMeter(input)
        var locator = SourceLocator(input.sources)
        let pools = input.plan.inventory.subnets.flatMap { subnet in subnet.pools.map { (pool: $0, subnet: subnet) } }
        return pools.sorted { ($0.subnet.vrfName, $0.pool.range.value) < ($1.subnet.vrfName, $1.pool.range.value) }
            .map { pool, subnet in
                // What no host can have is no room in the pool.
                let hosts = pool.range.value.intersection(subnet.prefix.value.usable) ?? pool.range.value
                return PoolRow(
                    pool: pool, subnet: subnet, use: meter.use(of: hosts, vrf: subnet.vrfName),
                    place: locator.location(of: pool.name.span))
            }
    }

    static let columns: [ListColumn<PoolRow>] = [
        .init("name", .string, "What it is called.") { .string($0.pool.name.value) },
        .init("purpose", .oneOf(PoolPurpose.allCases.map(\.rawValue)), "What its addresses are for.") {
            .string($0.pool.purpose.rawValue)
        },
        .init("range", .string, "First and last address.") { .text($0.pool.range.value) },
        .init("prefix", .string, "Its subnet.") { .text($0.subnet.prefix.value) },
        .init("vrf", .string, "Routing domain.") { .string($0.subnet.vrfName) },
        .init(hidden: "subnet", .text, "Name of its subnet.") { JSON($0.subnet.name?.value) },
        .init("site", .text, "Site of its subnet.") { JSON($0.subnet.site?.value) },
        .init("size", .count, "Addresses that hosts could have.") { .count($0.use.size) },
        .init("claimed", .count, "Addresses that somebody claims.") { .count($0.use.claimed) },
        .init("free", .count, "Addresses that nobody claims, leases or uses.") {
            .count($0.use.free)
        },
        .init("percent", .count, "Share of addresses that are not free.") {
            $0.use.percent.map { .integer(Int64($0)) } ?? .null
        },
        .init(hidden: "owner", .text, "Who answers for its subnet.") { JSON($0.subnet.owner) },
        .init(hidden: "tags", .words, "Words to select its subnet by.") { .words($0.subnet.tags) },
        .init(hidden: "status", .oneOf(SubnetStatus.allCases.map(\.rawValue)), "What its subnet is used for.") {
            .string($0.subnet.status.rawValue)
        },
        .init(hidden: "description", .text, "What people should know about it.") { JSON($0.pool.description) },
        .init(hidden: "source", .string, "File and line that declare it.") {
            .string("\($0.place.path):\($0.place.line)")
        },
    ]
}
