import Addressing
package import Findings
package import JSONShapes
package import YAMLSyntax

/// Which names an address has in DNS.
package enum PublishedNames: InventoryValue {
    /// Those that follow from device and interface.
    case derived
    /// None.
    case none
    /// These; one without a dot is relative to the zone of the subnet.
    case names([Located<String>])

    static let summary =
        "Names to publish instead of the derived one; without a dot: relative to the subnet's zone. false: none."

    package static var schema: JSONSchema {
        .anyOf([
            JSONSchema.boolean.with("const", false),
            DomainName.schema,
            JSONSchema.array(of: DomainName.schema).with("minItems", 1),
        ])
    }

    package static var example: PublishedNames { .derived }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> PublishedNames? {
        switch document.tree.kind(of: node) {
        case .plain where document.tree.matches(node, "false"):
            return PublishedNames.none
        case .plain, .quoted:
            return name(node, in: document).map { .names([$0]) }
        case .sequence where document.tree.count(of: node) > 0:
            return .names(document.tree.items(of: node).compactMap { name($0, in: document) })
        case .sequence, .mapping:
            document.reportWrongType(node, expected: "a name, a list of names, or false")
            return nil
        }
    }

    private static func name(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Located<String>? {
        guard DomainName.read(node, in: document) != nil else { return nil }
        return Located(document.tree.text(of: node), at: document.tree.span(of: node))
    }
}
