package import Findings

/// A routing domain whose addresses may repeat those of another; `default` always exists.
package struct VRF: InventoryObject {
    package static let noun = "vrf"
    package static let summary = "A routing domain: addresses in it may repeat those of another one."

    /// Unique name.
    package let name: Located<String>
    /// The route distinguisher (RFC 4364, 4.2).
    package let routeDistinguisher: String?
    /// What it is for.
    package let description: String?

    /// The name of the domain that everything is in unless it says otherwise.
    package static let defaultName = "default"

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Unique name; 'default' always exists and needs no entry.")
        routeDistinguisher = fields.optional("rd", "Route distinguisher, such as \"65000:7\" (RFC 4364).")
        description = fields.optional("description", "What it is for.")
    }
}
