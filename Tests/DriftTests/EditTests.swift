import Drift
import Findings
import Testing

@Suite("Edits that resolve findings")
struct EditTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: RuleID
        let example: Example
        var testDescription: String { "\(rule)" }
    }

    private static let cases = DriftRules.all.map(\.card).flatMap { card in
        card.rejects.map { Case(rule: card.id, example: $0) }
    }

    @Test("what an edit writes resolves the finding that carries it", arguments: cases)
    func resolves(_ scenario: Case) throws {
        let inventory = scenario.example.inventory.replacing("↓", with: "")
        let found = try Network(inventory, seen: scenario.example.seen).report.findings
        for edit in found.compactMap(\.edit) {
            let after = try Network(inventory.applying(edit), seen: scenario.example.seen).findings
            #expect(!after.contains { $0.hasPrefix("\(scenario.rule) ") }, "\(edit.sentence): \(after)")
        }
    }

    @Test("most rules about hosts and devices offer one")
    func offered() throws {
        let offering = try Self.cases.filter { scenario in
            try Network(scenario.example.inventory.replacing("↓", with: ""), seen: scenario.example.seen)
                .report.findings.contains { $0.edit != nil }
        }
        #expect(Set(offering.map(\.rule)).count >= 10)
    }
}

extension String {
    /// The inventory as somebody leaves it who does what the edit says.
    fileprivate func applying(_ edit: InventoryEdit) throws -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place = edit.location else {
            guard let list = lines.firstIndex(where: { $0.hasPrefix("\(edit.key):") }) else {
                return self + "\n\(edit.key):\n  - \(edit.value)"
            }
            if lines[list].hasSuffix("]") {
                lines[list] = lines[list].dropLast() + ", \(edit.value)]"
            } else {
                lines.insert("  - \(edit.value)", at: list + 1)
            }
            return lines.joined(separator: "\n")
        }
        let line = lines[place.line - 1]
        let indent = String(repeating: " ", count: line.prefix { $0 == " " || $0 == "-" }.count)
        switch edit.action {
        case .replace:
            let (before, after) = (line.prefix(place.column - 1), line.dropFirst(place.endColumn - 1))
            lines[place.line - 1] = before + edit.value + after
        case .set:
            let entry = lines.indices.filter { $0 >= place.line }
            if let known = entry.first(where: { lines[$0].hasPrefix("\(indent)\(edit.key):") }) {
                lines[known] = "\(indent)\(edit.key): \(edit.value)"
            } else {
                lines.insert("\(indent)\(edit.key): \(edit.value)", at: place.line)
            }
        case .add:
            Issue.record("an entry may stand in any file")
        }
        return lines.joined(separator: "\n")
    }
}
