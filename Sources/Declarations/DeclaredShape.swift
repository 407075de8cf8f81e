package import Edits
import InventoryModel
import JSONShapes

/// What may stand at a place of an inventory file, as the schema of inventory files says.
package final class DeclaredShape: Sendable {
    /// The keys of a mapping at this place, in the order in which they are documented.
    package let keys: [String]
    /// What may stand in a list at this place.
    package let items: DeclaredShape?
    private let members: [String: DeclaredShape]
    private let takesNumbers: Bool
    private let takesFlags: Bool

    /// What a whole file may hold.
    package static let document = DeclaredShape(InventorySchema.document)

    private init(_ schema: JSON) {
        let alternatives = Self.alternatives(of: schema)
        let properties = alternatives.compactMap { $0["properties"] }.flatMap(Self.members)
        keys = properties.map(\.key)
        members = Dictionary(properties.map { ($0.key, DeclaredShape($0.value)) }) { first, _ in first }
        items = alternatives.lazy.compactMap { $0["items"] }.first.map(DeclaredShape.init)
        let types = alternatives.compactMap { $0["type"] }
        takesNumbers = types.contains("integer")
        takesFlags = types.contains("boolean")
    }

    private static func alternatives(of schema: JSON) -> [JSON] {
        guard case .array(let alternatives) = schema["anyOf"] else { return [schema] }
        return alternatives
    }

    private static func members(of object: JSON) -> [JSON.Member] {
        guard case .object(let members) = object else { return [] }
        return members
    }

    /// What may stand under a key of a mapping at this place; nil where nothing is known of it.
    package subscript(key: String) -> DeclaredShape? { members[key] }

    /// What a scalar without quotes says at this place.
    func value(ofPlain text: String) -> JSON {
        if takesFlags, text == "true" || text == "false" { return .bool(text == "true") }
        if takesNumbers, let number = Int64(text), String(number) == text { return .integer(number) }
        return .string(text)
    }

    /// The same value with the keys of all its mappings in the order in which they are documented, others behind them by
    /// their names; goes as deep as the value.
    package func arranged(_ value: YAMLValue) -> YAMLValue {
        switch value {
        case .text, .flag, .number: return value
        case .list(let elements): return .list(elements.map { items?.arranged($0) ?? $0 })
        case .mapping(let entries):
            let places = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
            return .mapping(
                entries.sorted { left, right in
                    (places[left.key] ?? keys.count, left.key) < (places[right.key] ?? keys.count, right.key)
                }.map { .init($0.key, members[$0.key]?.arranged($0.value) ?? $0.value) })
        }
    }
}
