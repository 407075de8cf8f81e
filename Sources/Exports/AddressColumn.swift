import Addressing
import Chronology
import Declarations
import Findings
import InventoryModel
package import JSONShapes
import Observations

/// A column of the address exports: one declaration for CSV, for JSON and for its schema.
struct AddressColumn: Sendable {
    let key: String
    let schema: JSONSchema
    let summary: String
    let value: @Sendable (AddressRow) -> JSON

    private init(
        _ key: String, _ schema: JSONSchema, _ summary: String, _ value: @escaping @Sendable (AddressRow) -> JSON
    ) {
        self.key = key
        self.schema = schema
        self.summary = summary
        self.value = value
    }

    /// A column of texts.
    private static func texts(
        _ key: String, _ summary: String, _ value: @escaping @Sendable (AddressRow) -> [String]?
    ) -> AddressColumn {
        AddressColumn(key, .array(of: .string), summary) { .array((value($0) ?? []).map { .string($0) }) }
    }

    /// A column of text that may be absent.
    private static func text(
        _ key: String, _ summary: String,
        _ value: @escaping @Sendable (AddressRow) -> (some CustomStringConvertible & SendableMetatype)?
    ) -> AddressColumn {
        AddressColumn(key, .nullable(.string), summary) { .text(value($0)) }
    }

    /// A column of one out of some words that may be absent.
    private static func word<Word: RawRepresentable & CaseIterable & SendableMetatype>(
        _ key: String, _ summary: String, _ value: @escaping @Sendable (AddressRow) -> Word?
    ) -> AddressColumn where Word.RawValue == String {
        AddressColumn(key, .nullable(.oneOf(Word.allCases.map(\.rawValue))), summary) { JSON(value($0)?.rawValue) }
    }

    /// All columns in order. Their keys are a contract: add at the end, and never change what one means.
    static let all: [AddressColumn] = [
        AddressColumn("address", .string, "Address, or first and last of a range.") { .text($0.range) },
        .text("prefix", "Most specific subnet that holds it.") { $0.subnet?.prefix.value },
        AddressColumn("vrf", .string, "Routing domain.") { .string($0.vrf) },
        .text("subnet", "Name of the subnet.") { $0.subnet?.name?.value },
        .text("site", "Site of the device, or else of the subnet.") {
            $0.device?.device.site?.value ?? $0.subnet?.site?.value
        },
        AddressColumn("vlan", .nullable(.integer(1...4094)), "VLAN of the subnet.") {
            $0.subnet?.vlan.map { .integer(Int64($0.value)) } ?? .null
        },
        .text("pool", "Pool that holds it.") { $0.pool?.name.value },
        .word("pool_purpose", "What the pool is for.") { $0.pool?.purpose },
        .word("kind", "Who claims it, or what it is if nobody does.") { $0.kind },
        .text("device", "Device, or name of the reservation.") {
            $0.device?.device.name.value ?? $0.reservation?.name?.value
        },
        .text("interface", "Interface of the device.") { $0.device?.interface.name.value },
        .word("status", "Place of the device in its life.") { $0.device?.device.status },
        .text("role", "Role of the device, or shared role of the reservation.") {
            $0.device?.device.role ?? $0.sharedRole?.rawValue
        },
        .text("owner", "Who answers for it.") { $0.device?.device.owner ?? $0.reservation?.owner },
        .text("mac", "Declared hardware address.") { $0.device?.interface.mac?.value },
        .texts("dns_names", "Names it is published under, the first of them in its PTR.") {
            $0.names.map { $0.labels.joined(separator: ".") }
        },
        .text("description", "What people should know about it.") {
            $0.device.map { $0.address.description ?? $0.interface.description ?? $0.device.description }
                ?? $0.reservation?.description
        },
        .text("expires", "Last day it is held, in UTC.") {
            ($0.device?.address.expires ?? $0.reservation?.expires)?.value
        },
        .word("verdict", "What the latest scan is entitled to say about it.") { $0.sighting?.verdict },
        .text("last_seen", "When it was last alive (RFC 3339).") { $0.sighting?.lastSeen },
        .text("first_seen", "When it was first alive (RFC 3339).") { $0.sighting?.firstSeen },
        .text("observed_mac", "Hardware address that answered.") { $0.sighting?.mac },
        .text("observed_name", "Name that it had in DNS.") { $0.sighting?.name },
        AddressColumn("source", .string, "File and line that declare it.") {
            .string("\($0.location.path):\($0.location.line)")
        },
        .texts("tags", "Tags of the device or reservation.") { $0.device?.device.tags ?? $0.reservation?.tags },
        .texts("services", "Ports that the device is meant to answer on.") {
            $0.device?.device.services.map(\.value.description)
        },
        .word("shared_role", "Role that lets others claim the address too.") { $0.sharedRole },
        .word("subnet_status", "What the subnet is used for.") { $0.subnet?.status },
        .text("subnet_site", "Site of the subnet.") { $0.subnet?.site?.value },
        .text("gateway", "Default router of the subnet.") { $0.subnet?.gateway?.value },
        .text("pool_range", "First and last address of the pool.") { $0.pool?.range.value },
        .text("pool_description", "What people should know about the pool.") { $0.pool?.description },
        .text("subnet_description", "What the subnet is for.") { $0.subnet?.description },
        .text("subnet_owner", "Who answers for the subnet.") { $0.subnet?.owner },
        .texts("subnet_tags", "Tags of the subnet.") { $0.subnet?.tags },
        .text("subnet_site_description", "What people call the site of the subnet.") { $0.subnetSite?.description },
        .text("site_description", "What people call the site.") { $0.site?.description },
        .text("vrf_rd", "Route distinguisher of the routing domain.") { $0.domain?.routeDistinguisher },
        .text("vrf_description", "What the routing domain is for.") { $0.domain?.description },
        .text("device_site", "Site of the device, where it is declared.") { $0.device?.device.site?.value },
        .text("device_description", "What people should know about the device.") { $0.device?.device.description },
        .text("interface_description", "What people should know about the interface.") {
            $0.device?.interface.description
        },
        .text("address_description", "What people should know about this address of the device.") {
            $0.device?.address.description
        },
        .texts("declared_names", "Names that are declared for it, published or not.") {
            ($0.device?.address.dns ?? $0.reservation?.dns)?.declared(in: $0.subnet?.zone?.value)
        },
        .text("duid", "What DHCP for IPv6 knows the interface by.") { $0.device?.interface.duid?.value },
    ]
}

extension AddressRow {
    /// All columns in order: their keys, schemas, documentation and values.
    package static var columns:
        [(key: String, schema: JSONSchema, summary: String, value: @Sendable (AddressRow) -> JSON)]
    {
        AddressColumn.all.map { ($0.key, $0.schema, $0.summary, $0.value) }
    }

    /// How a row prints as JSON.
    package static let shape = JSONShape<AddressRow>(
        "An address that somebody claims and all that is known about it.",
        AddressColumn.all.map { .init($0.key, $0.schema, $0.summary, $0.value) }
    )
}
