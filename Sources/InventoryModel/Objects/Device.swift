import Chronology
package import Findings
package import Observations

/// Where a device is in its life.
package enum DeviceStatus: String, InventoryWord {
    /// Has its addresses, is not expected on the network yet.
    case planned
    /// Expected on the network.
    case active
    /// Must not be on the network any more.
    case retired
}

/// A host, router, printer: anything with interfaces.
package struct Device: InventoryObject {
    package static let noun = "device"
    package static let summary = "A host, router, printer: anything that has interfaces."

    /// Unique name.
    package let name: Located<String>
    /// Where it is in its life.
    package let status: DeviceStatus
    /// Where it stands.
    package let site: Located<String>?
    /// What it does.
    package let role: String?
    /// Who answers for it.
    package let owner: String?
    /// What people should know about it.
    package let description: String?
    /// Words to select it by.
    package let tags: [String]
    /// Ports that it is meant to answer on.
    package let services: [Located<TransportPort>]
    /// Its interfaces.
    package let interfaces: [Interface]
    /// The whole entry.
    package let span: SourceSpan

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Unique name; also its name in DNS, in the zone of its subnet.")
        status = fields.optional("status", default: .active, "Place in its life: planned, active or retired.")
        site = fields.optional("site", "Site where it stands.")
        role = fields.optional("role", "What it does, such as database.")
        owner = fields.optional("owner", "Who answers for it.")
        description = fields.optional("description", "What people should know about it.")
        tags = fields.list("tags", "Words to select it by.")
        services = fields.list("services", "Ports that it is meant to answer on, such as tcp/22.")
        interfaces = fields.list(
            "interfaces", "Its network interfaces; the first with addresses has the device's name.")
        span = fields.span
    }
}
