package import Findings
package import JSONShapes
package import YAMLSyntax

/// What becomes of the findings of one rule.
package enum RuleLevel: String, InventoryWord {
    case error, warning, note
    /// They are not made.
    case ignore

    /// The severity of the findings; nil if they are not made.
    package var severity: Severity? { Severity(rawValue: rawValue) }
}

/// How much the findings of some rules matter, where that is not what the rules say themselves.
package struct RuleSettings: InventoryValue {
    /// The rules in the order of the text, each with what becomes of it.
    package let levels: [(rule: Located<String>, level: RuleLevel)]

    package static var schema: JSONSchema {
        .object([], required: [])
            .with("patternProperties", ["^[a-z]+(-[a-z]+)+$": RuleLevel.schema.json])
            .with("examples", [["missing-owner": "warning"]])
    }

    package static var example: RuleSettings { RuleSettings(levels: []) }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> RuleSettings? {
        guard document.tree.kind(of: node) == .mapping else {
            document.reportWrongType(node, expected: "a mapping of rules, such as `missing-owner: warning`")
            return nil
        }
        var levels: [(rule: Located<String>, level: RuleLevel)] = []
        for entry in document.tree.entries(of: node) {
            let rule = document.tree.text(of: entry.key)
            document.place = ("rule setting", String(rule.prefix(60)))
            guard let level = RuleLevel.read(entry.value, in: document) else { continue }
            levels.append((Located(rule, at: document.tree.span(of: entry.key)), level))
        }
        return RuleSettings(levels: levels)
    }
}

extension Inventory {
    /// How much the findings of a rule matter here; nil if they are not to be made.
    package func severity(of card: RuleCard) -> Severity? {
        if let said = settings?.rules?.levels.last(where: { $0.rule.value == card.id.name }) {
            return said.level.severity
        }
        return card.isOnByDefault ? card.severity : nil
    }
}
