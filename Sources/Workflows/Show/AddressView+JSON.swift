import Addressing
import Chronology
import Findings
import InventoryModel
package import JSONShapes
import Observations
import Reports

extension ShowWorkflow.Outcome {
    /// The JSON of `show`.
    package static let shape = JSONShape<ShowWorkflow.Outcome>(
        "Everything that is known about some addresses.",
        [
            .init("format_version", .integer().with("const", 1), "The version of this format.") { _ in 1 },
            .init("query", .string, "What was asked for.") { .string($0.query) },
            .init("addresses", listOf: AddressView.shape, "The addresses, sorted.") { $0.addresses },
            .init("left_out", .integer(0...Int64.max), "How many more there are.") { .integer(Int64($0.leftOut)) },
        ])
}

extension AddressView {
    /// How one address prints as JSON.
    package static let shape = JSONShape<AddressView>(
        "Everything that is known about one address.",
        [
            .init("vrf", .string, "Routing domain.") { .string($0.vrf) },
            .init("address", .string, "The address.") { .text($0.address) },
            .init(
                "verdict", .oneOf(Verdict.allCases.map(\.rawValue)),
                "`in-order`, `drift` (see findings), `silent` (somebody's), `free` (nobody's and silent) or `unknown`."
            ) { .string($0.verdict.rawValue) },
            .init("subnet", .nullable(Network.shape.schema), "What holds it; null if no subnet does.") {
                $0.network.map(Network.shape.json) ?? .null
            },
            .init("declared", listOf: Declaration.shape, "Who claims it.") { $0.declarations },
            .init("dns", .object(dns, required: dns.map(\.key)), "What it publishes.") { view in
                .object([
                    .init("names", .array(view.names.map { .string($0) })), .init("pointer", JSON(view.pointer)),
                ])
            },
            .init(
                "dhcp_reservation", .nullable(.string),
                "The hardware address that a DHCP server keeps it for, or `duid` and the DUID."
            ) {
                .text($0.reservedFor)
            },
            .init("leases", listOf: lease, "What DHCP servers have handed out.") { $0.leases },
            .init("observed", listOf: state, "What each vantage point knows.") { $0.observed },
            .init("vendors", listOf: vendor, "Who made the hardware that answered, as far as is known.") { view in
                view.vendors.sorted { $0.key < $1.key }
            },
            .init("findings", listOf: Finding.shape, "What differs; waived findings included.") { $0.findings },
        ])

    private static let dns: [(key: String, schema: JSONSchema)] = [
        ("names", JSONSchema.array(of: .string).describing("Names of its A or AAAA records.")),
        ("pointer", JSONSchema.nullable(.string).describing("The name of its PTR record.")),
    ]

    private static let lease = JSONShape<DHCPLease>(
        "An address that a DHCP server has handed out.",
        [
            .init("tool", .string, "Whose records say so.") { .string($0.tool) },
            .init("vantage", .string, "Where they were read.") { .string($0.vantage) },
            .init("mac", .nullable(.string), "The client's hardware address.") { .text($0.mac) },
            .init("name", .nullable(.string), "What the client calls itself.") { JSON($0.name) },
            .init("expires", .nullable(.string), "When it ends (RFC 3339); null if never.") { .text($0.expires) },
        ])

    private static let state = JSONShape<AddressState>(
        "What one vantage point knows about an address.",
        [
            .init("vantage", .string, "The vantage point.") { .string($0.vantage) },
            .init("verdict", .oneOf(Observations.Verdict.allCases.map(\.rawValue)), "The latest verdict.") {
                .string($0.latest.verdict.rawValue)
            },
            .init("at", .string, "When it was reached (RFC 3339).") { .text($0.latest.at) },
            .init("evidence", .array(of: .string), "What supports it.") {
                .array($0.latest.evidence.map { .string("\($0.probe): \($0.outcome)") })
            },
            .init("mac", .nullable(.string), "The hardware address that answered.") { .text($0.latest.mac) },
            .init("rivals", .array(of: .string), "Further hardware addresses that answered.") {
                .array($0.latest.rivals.map { .text($0) })
            },
            .init("name", .nullable(.string), "The name that it had.") { JSON($0.latest.name) },
            .init("round_trip_us", .nullable(.integer()), "The fastest round trip, in microseconds.") {
                $0.latest.roundTrip.map { .integer($0) } ?? .null
            },
            .init("first_seen", .nullable(.string), "When it was first seen alive.") { .text($0.firstSeen) },
            .init("last_seen", .nullable(.string), "When it was last seen alive.") { .text($0.lastSeen) },
            .init("services", listOf: service, "What runs there.") { $0.latest.services },
        ])

    private static let vendor = JSONShape<(key: MACAddress, value: String)>(
        "Who made a network card.",
        [
            .init("mac", .string, "The hardware address.") { .text($0.key) },
            .init("vendor", .string, "The maker, as the IEEE lists it.") { .string($0.value) },
        ])

    private static let service = JSONShape<ObservedService>(
        "A port.",
        [
            .init("port", .string, "Such as `tcp/22`.") { .string($0.port) },
            .init("state", .string, "`open`, `closed`, or another tool's own word.") { .string($0.state) },
            .init("product", .nullable(.string), "What runs there.") { JSON($0.product) },
        ])
}

extension AddressView.Declaration {
    /// How a declaration prints as JSON.
    fileprivate static let shape = JSONShape<AddressView.Declaration>(
        "One declaration of the address.",
        [
            .init("kind", .oneOf(["device", "reservation"]), "Who claims it.") { .string($0.kind) },
            .init("name", .string, "The name of the device or reservation.") { .string($0.name) },
            .init("status", .nullable(.oneOf(DeviceStatus.allCases.map(\.rawValue))), "A device's status.") {
                JSON($0.status?.rawValue)
            },
            .init("interface", .nullable(.string), "A device's interface.") { JSON($0.interface) },
            .init("mac", .nullable(.string), "The hardware address of the interface.") { .text($0.mac) },
            .init("role", .nullable(.string), "The role that lets others claim it too.") { JSON($0.role?.rawValue) },
            .init("expires", .nullable(.string), "The last day that it holds.") { JSON($0.expires) },
            .init("path", .string, "File.") { .string($0.place.path) },
            .init("line", .integer(1...Int64.max), "Line, counted from 1.") { .integer(Int64($0.place.line)) },
        ])
}

extension AddressView.Network {
    /// How a subnet and pool print as JSON.
    fileprivate static let shape = JSONShape<AddressView.Network>(
        "The subnet and pool that hold the address.",
        [
            .init("prefix", .string, "The subnet.") { .text($0.subnet.prefix.value) },
            .init("name", .nullable(.string), "Its name.") { JSON($0.subnet.name?.value) },
            .init("site", .nullable(.string), "Its site.") { JSON($0.subnet.site?.value) },
            .init("vlan", .nullable(.integer()), "Its VLAN.") {
                $0.subnet.vlan.map { .integer(Int64($0.value)) } ?? .null
            },
            .init("pool", .nullable(.string), "The pool.") { JSON($0.pool?.name.value) },
            .init("purpose", .nullable(.string), "What the pool is for.") { JSON($0.pool?.purpose.rawValue) },
            .init("path", .string, "File.") { .string($0.place.path) },
            .init("line", .integer(1...Int64.max), "Line, counted from 1.") { .integer(Int64($0.place.line)) },
        ])
}
