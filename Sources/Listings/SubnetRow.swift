import Addressing
import Chronology
import Findings
import InventoryModel
import JSONShapes
import Observations

/// A subnet and what is known about it.
struct SubnetRow {
    let subnet: Subnet
    /// How much of it is taken; nil of a container.
    let use: RangeUse?
    let lastScan: Timestamp?
    let place: SourceLocation

    /// Every subnet, by routing domain and address.
    static func all(_ input: ListInput) -> [SubnetRow] {
        let meter = UseMeter(input)
        let scans = ScanTimes(input.state)
        var locator = SourceLocator(input.sources)
        return input.plan.inventory.subnets.sorted { ($0.vrfName, $0.prefix.value) < ($1.vrfName, $1.prefix.value) }
            .map { subnet in
                let use =
                    subnet.status == .container
                    ? nil : meter.use(of: subnet.prefix.value.usable, vrf: subnet.vrfName)
                return SubnetRow(
                    subnet: subnet, use: use, lastScan: scans.last(of: subnet),
                    place: locator.location(of: subnet.prefix.span))
            }
    }

    static let columns: [ListColumn<SubnetRow>] = [
        .init("prefix", .string, "Network and mask.") { .text($0.subnet.prefix.value) },
        .init("vrf", .string, "Routing domain.") { .string($0.subnet.vrfName) },
        .init("name", .text, "What people call it.") { JSON($0.subnet.name?.value) },
        .init("site", .text, "Where it is.") { JSON($0.subnet.site?.value) },
        .init("vlan", .nullable(.integer(1...4094)), "VLAN id.") {
            $0.subnet.vlan.map { .integer(Int64($0.value)) } ?? .null
        },
        .init("status", .oneOf(SubnetStatus.allCases.map(\.rawValue)), "What it is used for.") {
            .string($0.subnet.status.rawValue)
        },
        .init("size", .count, "Addresses that hosts could have; null of a container and beyond 2^53.") {
            $0.count(\.size)
        },
        .init("claimed", .count, "Addresses that somebody claims.") { $0.count(\.claimed) },
        .init("free", .count, "Addresses that nobody claims, leases or uses.") { $0.count(\.free) },
        .init(hidden: "percent", .count, "Share of addresses that are not free.") {
            $0.use?.percent.map { .integer(Int64($0)) } ?? .null
        },
        .init(hidden: "gateway", .text, "Default router.") { .text($0.subnet.gateway?.value) },
        .init(hidden: "zone", .text, "Zone that its names are published in.") { .text($0.subnet.zone?.value) },
        .init("owner", .text, "Who answers for it.") { JSON($0.subnet.owner) },
        .init(hidden: "tags", .words, "Words to select it by.") { .words($0.subnet.tags) },
        .init(hidden: "description", .text, "What it is for.") { JSON($0.subnet.description) },
        .init("last_scan", .text, "When its latest complete scan ended (RFC 3339).") { .text($0.lastScan) },
        .init(hidden: "source", .string, "File and line that declare it.") {
            .string("\($0.place.path):\($0.place.line)")
        },
    ]

    private func count(_ figure: KeyPath<RangeUse, UInt128>) -> JSON {
        use.map { .count($0[keyPath: figure]) } ?? .null
    }
}
