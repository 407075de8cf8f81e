/// All that is known about a rule apart from how it checks: the source of its documentation and of its tests.
package struct RuleCard: Sendable {
    /// The chapter of the catalogue that a rule stands in.
    package enum Chapter: String, Sendable, CaseIterable {
        case reading, addressing, references, dns, policy, waivers, drift, change
    }

    /// The stable name.
    package let id: RuleID
    /// The chapter it stands in.
    package let chapter: Chapter
    /// How much a breach matters.
    package let severity: Severity
    /// Whether it is checked unless switched off.
    package let isOnByDefault: Bool
    /// The fault in one clause without a full stop.
    package let summary: String
    /// What it means and why it matters, in whole sentences.
    package let explanation: String
    /// Inventories with the fault; a `↓` stands before the text that the finding must point at.
    package let rejects: [Example]
    /// Inventories without the fault, which show the right way.
    package let accepts: [Example]

    /// Makes a card.
    package init(
        id: RuleID, chapter: Chapter, severity: Severity, isOnByDefault: Bool = true, summary: String,
        explanation: String, rejects: [Example], accepts: [Example]
    ) {
        self.id = id
        self.chapter = chapter
        self.severity = severity
        self.isOnByDefault = isOnByDefault
        self.summary = summary
        self.explanation = explanation
        self.rejects = rejects
        self.accepts = accepts
    }
}

/// A small inventory that shows a rule broken or kept, with what else the rule looks at.
package struct Example: Sendable, ExpressibleByStringLiteral {
    /// The inventory as YAML.
    package let inventory: String
    /// What a scan saw, a line an address: `192.0.2.9 alive mac=02:00:5e:10:00:01`. Empty for validation rules.
    package let seen: String

    /// For rules about changes: the inventory before. Empty for others.
    package let before: String
    /// For rules about changes: the inventory that another change under way makes of it. Empty for others.
    package let elsewhere: String

    /// Makes an example of a rule about drift, or about changes.
    package init(_ inventory: String, before: String = "", elsewhere: String = "", seen: String = "") {
        self.inventory = inventory
        self.before = before
        self.elsewhere = elsewhere
        self.seen = seen
    }

    package init(stringLiteral value: String) {
        self.init(value, before: "")
    }
}
