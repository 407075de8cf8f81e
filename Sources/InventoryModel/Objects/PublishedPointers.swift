package import JSONShapes
package import YAMLSyntax

/// Which names of an address are published in the reverse zone.
package enum PublishedPointers: Hashable, InventoryValue {
    /// None.
    case none
    /// The first, which is what programs that look addresses up expect.
    case first
    /// All of them.
    case all

    static let summary = "Whether it has a PTR record, for its first name; `all` makes one for each of its names."

    package static var schema: JSONSchema { .anyOf([.boolean, .oneOf(["all"])]) }
    package static var example: PublishedPointers { .first }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> PublishedPointers? {
        if document.tree.kind(of: node) == .plain {
            if document.tree.matches(node, "true") { return .first }
            if document.tree.matches(node, "false") { return PublishedPointers.none }
        }
        if document.tree.matches(node, "all") { return .all }
        document.reportWrongType(node, expected: "true, false or all")
        return nil
    }

    /// The choice as it is written.
    package var text: String {
        switch self {
        case .none: "false"
        case .first: "true"
        case .all: "all"
        }
    }
}
