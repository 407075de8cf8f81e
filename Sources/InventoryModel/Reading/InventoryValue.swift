package import JSONShapes
package import YAMLSyntax

/// Something that can stand under a key of the inventory.
///
/// One conformance declares how a value is read, what the JSON Schema says of it, and an example of it, so that the
/// three cannot disagree.
package protocol InventoryValue: Sendable {
    /// What the JSON Schema says of such a value.
    static var schema: JSONSchema { get }
    /// A valid value: it fills in for a required one that is missing, until its object is dropped.
    static var example: Self { get }
    /// The value of a node; nil once a fault has been reported.
    static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Self?
}

/// A mapping of the inventory with a fixed set of keys.
package protocol InventoryObject: InventoryValue {
    /// What such an object is called in messages: `subnet`.
    static var noun: String { get }
    /// The sentence that documents it.
    static var summary: String { get }
    /// What stands for such an object in a file, as messages about another value name it.
    static var expectation: String { get }
    /// Reads all keys in the order in which they are documented.
    init(_ fields: inout Fields)
}

extension InventoryObject {
    package static var expectation: String { "a mapping that describes \(noun.withArticle)" }

    package static var schema: JSONSchema { Fields.describe(Self.self).schema.describing(summary) }

    package static var example: Self {
        var fields = Fields.describing()
        return Self(&fields)
    }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Self? {
        guard document.tree.kind(of: node) == .mapping else {
            document.reportWrongType(node, expected: expectation)
            return nil
        }
        var fields = Fields.reading(node, of: noun, in: document)
        let object = Self(&fields)
        fields.reportUnknownKeys(of: Self.self)
        return fields.isComplete ? object : nil
    }
}
