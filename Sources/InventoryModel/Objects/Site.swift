package import Findings

/// A place where devices stand.
package struct Site: InventoryObject {
    package static let noun = "site"
    package static let summary = "A place where devices stand."

    /// Unique name.
    package let name: Located<String>
    /// What people call it.
    package let description: String?

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Unique name, which subnets and devices refer to.")
        description = fields.optional("description", "What people call it, or where it is.")
    }
}
