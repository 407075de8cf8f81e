import Changes
import Drift
package import Findings
package import JSONShapes
import Validation

/// All rules of validation, drift and changes, as documentation.
package enum RuleCatalog {
    /// The cards of the rules that an inventory is validated by.
    static let validation = ValidationRules.all.map(\.card)
    /// The cards of the rules that inventory and network are compared by.
    static let drift = DriftRules.all.map(\.card)
    /// The cards of the rules that a change is looked at by.
    static let change = ChangeRules.all.map(\.card)

    /// The cards in the order of their chapters, then of their names.
    package static let cards: [RuleCard] = {
        let chapters = RuleCard.Chapter.allCases
        return (validation + drift + change).sorted {
            (chapters.firstIndex(of: $0.chapter) ?? 0, $0.id.name) < (
                chapters.firstIndex(of: $1.chapter) ?? 0, $1.id.name
            )
        }
    }()

    /// The names of all rules, sorted.
    package static var ids: [String] { cards.map(\.id.name).sorted() }

    /// The card of a rule.
    package static func card(named name: String) -> RuleCard? {
        cards.first { $0.id.name == name }
    }

    /// What `ipam explain` prints: the claim, what it means, and examples of both kinds.
    package static func explanation(of card: RuleCard) -> String {
        var text = "\(card.id): \(card.summary)\n"
        text += "\(card.severity), chapter \(card.chapter.rawValue)\(card.isOnByDefault ? "" : ", off by default")\n\n"
        text += wrapped(card.explanation) + "\n"
        for (title, examples) in [("Wrong", card.rejects), ("Right", card.accepts)] {
            for example in examples {
                text += "\n\(title):\n\n\(indented(example.inventory.filter { $0 != "↓" }))\n"
                for (relation, other) in [
                    ("after", example.before), ("while another change makes of that", example.elsewhere),
                    ("while the scan saw", example.seen),
                ] where !other.isEmpty {
                    text += "\n  \(relation):\n\n\(indented(other))\n"
                }
            }
        }
        return text
    }

    /// Breaks a paragraph at its blanks into lines of at most 80 characters; a longer word stands alone.
    private static func wrapped(_ paragraph: String) -> String {
        var lines: [String] = []
        for word in paragraph.split(whereSeparator: \.isWhitespace) {
            if let line = lines.last, line.count + 1 + word.count <= 80 {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
            .joined(separator: "\n")
    }

    /// How a rule prints as JSON.
    package static let shape = JSONShape<RuleCard>(
        "A rule.",
        [
            .init("id", .string, "Stable name.") { .string($0.id.name) },
            .init("chapter", .oneOf(RuleCard.Chapter.allCases.map(\.rawValue)), "Chapter of the catalogue.") {
                .string($0.chapter.rawValue)
            },
            .init("severity", .oneOf(Severity.allCases.map(\.rawValue)), "How much a breach matters.") {
                .string($0.severity.rawValue)
            },
            .init("on_by_default", .boolean, "Whether it is checked unless switched off.") { .bool($0.isOnByDefault) },
            .init("summary", .string, "The fault in one clause.") { .string($0.summary) },
            .init("explanation", .string, "What it means and why it matters.") { .string($0.explanation) },
        ])

    /// All rules as JSON.
    package static var json: JSON { .array(cards.map { shape.json($0) }) }
}
