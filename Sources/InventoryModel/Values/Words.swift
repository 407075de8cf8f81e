import Findings
package import JSONShapes
package import YAMLSyntax

/// A value out of a fixed list of words.
package protocol InventoryWord: InventoryValue, RawRepresentable, CaseIterable where RawValue == String {}

extension InventoryWord {
    package static var schema: JSONSchema { .oneOf(allCases.map(\.rawValue)) }

    package static var example: Self {
        guard let first = allCases.first else { preconditionFailure("a list of words has at least one") }
        return first
    }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Self? {
        let words = allCases.map(\.rawValue)
        let expected = "one of \(words.joined(separator: ", "))"
        guard let text = document.scalar(node, expected: expected) else { return nil }
        if let word = Self(rawValue: text) { return word }
        let nearest = Spelling.nearest(to: text, among: words)
        document.reportWrongType(node, expected: expected, help: nearest.map { "did you mean '\($0)'?" })
        return nil
    }
}
