package import Findings
package import YAMLSyntax

/// Reads one file's tree and collects what is wrong with it.
package final class DocumentReader {
    /// The tree being read.
    package let tree: YAMLTree
    /// All faults so far.
    package private(set) var faults: [Fault] = []
    /// The object and key whose value is being read, for messages.
    var place = (noun: "document", key: "")

    /// Makes a reader of one file's tree.
    package init(_ tree: YAMLTree) {
        self.tree = tree
    }

    /// Adds a fault.
    package func report(_ fault: Fault) {
        faults.append(fault)
    }

    /// Reports a value of the wrong kind and says what is expected.
    func reportWrongType(_ node: YAMLTree.NodeID, expected: String, help: String? = nil) {
        let found =
            switch tree.kind(of: node) {
            case .mapping: "a mapping"
            case .sequence: "a list"
            case .plain where tree.text(of: node).isEmpty: "nothing"
            case .quoted where tree.text(of: node).isEmpty: "an empty text"
            case .plain, .quoted: "'\(tree.text(of: node).prefix(60))'"
            }
        report(
            Fault(
                "wrong-type",
                place.key.isEmpty
                    ? "a document is \(expected), not \(found)"
                    : "'\(place.key)' takes \(expected), not \(found)",
                at: tree.span(of: node), subject: placeSubject, help: help
            )
        )
    }

    /// Reports a scalar of the right kind that is not a valid value.
    func reportInvalid(_ rule: RuleID, _ node: YAMLTree.NodeID, _ message: String, kind: Subject.Kind, help: String?) {
        report(
            Fault(
                rule, message, at: tree.span(of: node),
                subject: Subject(kind, String(tree.text(of: node).prefix(100))), help: help
            )
        )
    }

    /// The key being read, as the subject of a finding: it survives edits, unlike a line number.
    var placeSubject: Subject { Subject(.key, place.key.isEmpty ? place.noun : "\(place.noun).\(place.key)") }

    /// The text of a scalar that is not empty; otherwise nil, and a fault.
    func scalar(_ node: YAMLTree.NodeID, expected: String) -> String? {
        switch tree.kind(of: node) {
        case .plain, .quoted:
            let text = tree.text(of: node)
            if !text.isEmpty { return text }
            fallthrough
        case .mapping, .sequence:
            reportWrongType(node, expected: expected)
            return nil
        }
    }
}

extension String {
    /// A noun with its indefinite article.
    var withArticle: String { "aeiou".contains(prefix(1)) ? "an \(self)" : "a \(self)" }
}
