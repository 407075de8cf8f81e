import Findings
import TestSupport
import Testing
import Validation

@Suite("every rule lives up to its examples")
struct RuleExampleTests {
    @Test("what a rule rejects is found at the marks, and nothing else is", arguments: RuleExample.rejected)
    func rejects(_ example: RuleExample) {
        let marked = MarkedText(example.text)
        let expected = marked.places.map { "\($0) \(example.rule)" }
        #expect(!expected.isEmpty, "an example without a mark")
        let found = Inspection(marked.text).list.all.map { finding in
            "\(finding.location?.line ?? 0):\(finding.location?.column ?? 0) \(finding.rule)"
        }
        #expect(found == expected, "\(Inspection(marked.text).lines.joined(separator: "\n"))")
    }

    @Test("what a rule accepts, every rule accepts", arguments: RuleExample.accepted)
    func accepts(_ example: RuleExample) {
        #expect(Inspection(example.text).lines == [])
    }
}

/// One example of one rule, as a test argument that names itself.
struct RuleExample: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let number: Int
    let text: String

    var testDescription: String { "\(rule) \(number)" }

    static let rejected = examples(of: \.rejects)
    static let accepted = examples(of: \.accepts)

    private static func examples(of list: KeyPath<RuleCard, [Example]>) -> [RuleExample] {
        ValidationRules.all.flatMap { rule in
            rule.card[keyPath: list].enumerated().map {
                RuleExample(rule: rule.card.id, number: $0.offset + 1, text: $0.element.inventory)
            }
        }
    }
}
