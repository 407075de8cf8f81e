/// All that is known about a rule apart from how it checks: the source of its documentation and of its tests.
package struct RuleCard: Sendable {
    /// The chapter of the catalogue that a rule stands in.
    package enum Chapter: String, Sendable, CaseIterable {
        case reading, addressing, references, dns, policy, waivers, drift
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

/// A small inventory that shows a rule broken or kept; for drift, with what was seen.
package struct Example: Sendable, ExpressibleByStringLiteral {
    /// The inventory as YAML.
    package let inventory: String
    /// What a scan saw, a line an address: `192.0.2.9 alive mac=02:00:5e:10:00:01`. Empty for validation rules.
    package let seen: String

    /// Makes an example of a drift rule.
    package init(_ inventory: String, seen: String) {
        self.inventory = inventory
        self.seen = seen
    }

    package init(stringLiteral value: String) {
        self.init(value, seen: "")
    }
}
