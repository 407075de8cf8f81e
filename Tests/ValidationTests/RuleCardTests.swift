import Findings
import Foundation
import Testing
import Validation
import ZoneData

@Suite("the catalogue of rules")
struct RuleCardTests {
    private let cards = ValidationRules.all.map(\.card)

    @Test("ids are unique")
    func uniqueIDs() {
        #expect(Set(cards.map(\.id)).count == cards.count)
    }

    @Test("ids are words in kebab case")
    func kebabCase() {
        let malformed = cards.map(\.id.name).filter { $0.wholeMatch(of: /[a-z]+(-[a-z]+)+/) == nil }
        #expect(malformed == [])
    }

    @Test("no rule of validation stands in the chapter of drift")
    func chapters() {
        #expect(cards.filter { $0.chapter == .drift }.map(\.id) == [])
    }

    @Test("whatever can be wrong with a zone has a rule, so that `validate` tells what an export would refuse")
    func zoneProblems() {
        let rules = ValidationRules.all.filter { $0 is any ZoneRule }.map(\.card.id.name)
        #expect(rules.sorted() == ZoneProblem.Kind.allCases.map(\.rawValue).sorted())
    }

    @Test("a summary is one clause that begins small and has no full stop")
    func summaries() {
        let malformed = cards.filter {
            $0.summary.hasSuffix(".") || $0.summary.contains("\n") || $0.summary.first?.isUppercase != false
        }
        #expect(malformed.map(\.id) == [])
    }

    @Test("an explanation is made of whole sentences")
    func explanations() {
        let malformed = cards.filter {
            $0.explanation.count < 80 || !$0.explanation.hasSuffix(".") || $0.explanation.first?.isLowercase != false
        }
        #expect(malformed.map(\.id) == [])
    }

    @Test("every rule shows the wrong and the right way, but for the one that is about no text")
    func examples() {
        let bare = cards.filter { $0.rejects.isEmpty || $0.accepts.isEmpty }
        #expect(bare.map(\.id) == ["unsafe-file"])
    }

    @Test("the list holds exactly the files in the folder, in order")
    func listMatchesFolder() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Validation/Rules")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") && !$0.contains("+") }
            .map { String($0.dropLast(".swift".count)) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(ValidationRules.all.map { "\(type(of: $0))" } == files)
    }
}
