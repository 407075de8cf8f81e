package import Addressing
package import JSONShapes
package import YAMLSyntax

/// The DNS server that scans ask for the names of living hosts.
package enum Resolver: Hashable, InventoryValue {
    /// The one that the scanning machine itself uses.
    case system
    /// The one at this address.
    case server(IPAddress)

    /// Reads an address or `system`; nil for anything else.
    package init?(_ text: String) {
        if text == Self.systemWord {
            self = .system
        } else if let address = IPAddress(text) {
            self = .server(address)
        } else {
            return nil
        }
    }

    private static let systemWord = "system"

    package static var schema: JSONSchema { .string(pattern: "^(system|[0-9A-Fa-f.:]+)$", example: "192.0.2.53") }

    package static var example: Resolver { .system }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Resolver? {
        let expected = "the address of a DNS server, or system"
        guard let text = document.scalar(node, expected: expected) else { return nil }
        if let resolver = Resolver(text) { return resolver }
        document.reportWrongType(node, expected: expected)
        return nil
    }
}
