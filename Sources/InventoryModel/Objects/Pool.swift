package import Addressing
package import Findings

/// What the addresses of a pool are for.
package enum PoolPurpose: String, InventoryWord {
    /// Handed out to devices by people, in the inventory.
    case `static`
    /// Handed out by a DHCP server.
    case dhcp
    /// Not to be handed out.
    case reserved
}

/// A range of a subnet's addresses that serve one purpose.
package struct Pool: InventoryObject {
    package static let noun = "pool"
    package static let summary = "A range of a subnet's addresses that serve one purpose."

    /// Unique name.
    package let name: Located<String>
    /// The addresses.
    package let range: Located<IPRange>
    /// What they are for.
    package let purpose: PoolPurpose
    /// What people should know about it.
    package let description: String?

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Unique name, which commands refer to.")
        range = fields.required("range", "First and last address, such as 192.0.2.10-192.0.2.99, or a prefix.")
        purpose = fields.required(
            "purpose", "Use: static (assigned in the inventory), dhcp (leased by a server) or reserved."
        )
        description = fields.optional("description", "What people should know about it.")
    }
}
