import Drift
import Findings
import Testing

@Suite("Examples of drift rules")
struct ExampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let card: RuleCard
        let example: Example
        let number: Int
        var testDescription: String { "\(card.id) \(number)" }
    }

    private static func cases(_ examples: (RuleCard) -> [Example]) -> [Case] {
        DriftRules.all.flatMap { rule in
            examples(rule.card).enumerated().map { Case(card: rule.card, example: $1, number: $0) }
        }
    }

    @Test("a rejected example has exactly its finding, at the marker", arguments: cases(\.rejects))
    func rejects(_ example: Case) throws {
        let marked = example.example.inventory
        let found = try Network(marked.replacing("↓", with: ""), seen: example.example.seen).report.findings
        #expect(found.map(\.rule) == [example.card.id], "\(found.map(\.message))")
        let place = found.first?.location.map { "\($0.line):\($0.column)" }
        #expect(place == marked.markerPlace)
    }

    @Test("an accepted example has no finding", arguments: cases(\.accepts))
    func accepts(_ example: Case) throws {
        let found = try Network(example.example.inventory, seen: example.example.seen).report.findings
        #expect(found.map(\.message) == [])
    }

    @Test(
        "every rule has a right and a wrong example", arguments: DriftRules.all.map(\.card))
    func complete(_ card: RuleCard) {
        #expect(card.chapter == .drift)
        #expect(!card.rejects.isEmpty && !card.accepts.isEmpty)
    }

    @Test("rule ids are unique")
    func unique() {
        #expect(Set(DriftRules.all.map(\.card.id)).count == DriftRules.all.count)
    }
}

extension String {
    /// The line and column of the first `↓`, counted from 1; nil if there is none.
    fileprivate var markerPlace: String? {
        for (index, line) in split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let before = line.unicodeScalars.prefix { $0 != "↓" }
            if before.count < line.unicodeScalars.count { return "\(index + 1):\(before.count + 1)" }
        }
        return nil
    }
}
