import Findings
import JSONShapes

/// The rules of a run as SARIF describes them, and the place of each in the list.
struct SARIFRules {
    /// The descriptors, in the order of the rules' names.
    let descriptors: [JSON]
    private let places: [RuleID: Int]

    /// Describes the rules that were checked, and names those that are not known.
    init(_ report: FindingReport) {
        var cards: [RuleID: RuleCard] = [:]
        for card in report.rules { cards[card.id] = card }
        let ids = Set(cards.keys).union(report.findings.all.map(\.rule)).sorted()
        descriptors = ids.map { id in cards[id].map(Self.descriptor) ?? ["id": .string(id.name)] }
        places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }

    /// Where a rule stands in the list.
    func place(of rule: RuleID) -> Int? { places[rule] }

    private static func descriptor(_ card: RuleCard) -> JSON {
        [
            "id": .string(card.id.name),
            "shortDescription": text(card.summary),
            "fullDescription": text(card.explanation),
            "help": text("\(card.explanation)\n\n`ipam explain \(card.id)` shows it wrong and right."),
            "defaultConfiguration": ["enabled": .bool(card.isOnByDefault), "level": .string(card.severity.rawValue)],
            "properties": ["tags": [.string(card.chapter.rawValue)]],
        ]
    }

    private static func text(_ text: String) -> JSON {
        ["text": .string(SARIFText.clipped(text))]
    }
}
