import InventoryModel
import JSONShapes

/// The order in which the keys of a mapping are documented, and what stands under each of them.
package struct KeyOrder: Sendable {
    /// The order of a whole inventory file.
    package static let document = KeyOrder(InventorySchema.document)
    /// The order of what the schema says nothing about: none.
    package static let unknown = KeyOrder(.null)

    private var ranks: [String: Int] = [:]
    private var values: [String: KeyOrder] = [:]
    /// At most one.
    private var items: [KeyOrder] = []

    /// Reads a part of the schema; of several alternatives, at most one is a mapping and one a list.
    private init(_ schema: JSON) {
        var parts = [schema]
        if case .array(let alternatives)? = schema["anyOf"] { parts += alternatives }
        for part in parts {
            if case .object(let properties)? = part["properties"] {
                for property in properties {
                    ranks[property.key] = ranks.count
                    values[property.key] = KeyOrder(property.value)
                }
            }
            if let item = part["items"] { items = [KeyOrder(item)] }
        }
    }

    /// The place of a key; unknown ones come last.
    package func rank(of key: String) -> Int { ranks[key] ?? .max }

    /// The order within what stands under a key.
    package func value(under key: String) -> KeyOrder { values[key] ?? .unknown }

    /// The order within the items of a list.
    package var item: KeyOrder { items.first ?? .unknown }
}
