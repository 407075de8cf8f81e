import Edits
import Findings
import Foundation
import TestSupport
import Testing
import YAMLSyntax

@Suite("Laws of editing")
struct EditPropertyTests {
    /// How many edits are made: `IPAM_EDITS`, or enough to see that something is wrong.
    private static let edits = (ProcessInfo.processInfo.environment["IPAM_EDITS"].flatMap { Int($0) } ?? 2000)

    @Test("an edit changes the lines that it is about, says what was meant, and can be taken back", arguments: 0..<10)
    func laws(part: Int) throws {
        var made = 0
        var tried = 0
        var seed = UInt64(part)
        while made < Self.edits / 10, tried < Self.edits {
            var bytes = Array(RandomInventoryFile(seed: seed).text.utf8)
            var generator = SeededGenerator(seed: seed)
            for number in 0..<10 where made < Self.edits / 10 {
                let place: Comment = "seed \(seed), edit \(number)"
                tried += 1
                // Now and then the author of a file made a mistake.
                guard var edit = try? DocumentEdit(SourceFile(path: "a.yaml", bytes: bytes)) else { break }
                guard let random = RandomEdits(edit).next(using: &generator) else { continue }
                random.apply(&edit)
                guard let edited = attempt(edit, "\(place): \(random.name)") else { continue }
                made += 1
                #expect(
                    random.isDone(FileContent(bytes), FileContent(edited.bytes)),
                    "\(place): \(random.name)\n\(String(decoding: edited.bytes, as: UTF8.self))")
                #expect(edited.patches.undoing(bytes).applied(to: edited.bytes) == bytes, place)
                expectLinesKept(bytes, edited.bytes, scope: random.scope, "\(place): \(random.name)")
                bytes = edited.bytes
            }
            seed += 10
        }
        #expect(made == Self.edits / 10, "\(tried) edits were tried")
        #expect(tried < made * 3 / 2, "many edits are refused")
    }

    @Test("what was put in and is taken out again leaves the first bytes", arguments: 0..<10 as Range<UInt64>)
    func inverse(part: UInt64) throws {
        for seed in part * 40..<part * 40 + 40 {
            let bytes = Array(RandomInventoryFile(seed: seed).text.utf8)
            for key in ["subnets", "devices", "reservations"] {
                var edit = try DocumentEdit(SourceFile(path: "a.yaml", bytes: bytes))
                let hadList = edit.list(key) != nil
                edit.add([.entries(["name": .text("new"), "owner": .text("netops")])], toList: key)
                guard let edited = attempt(edit, "seed \(seed): \(key)") else { continue }
                var undo = try DocumentEdit(SourceFile(path: "a.yaml", bytes: edited.bytes))
                let list = try #require(undo.list(key))
                let item = try #require(undo.item(of: list, where: "name", is: "new"))
                undo.remove(item, from: list)
                let undone = try undo.finish().bytes
                #expect(undone == bytes, "seed \(seed): \(key), list \(hadList)")
            }
        }
    }

    @Test("any number of edits of one file go together", arguments: 0..<10 as Range<UInt64>)
    func together(part: UInt64) throws {
        for seed in part * 30..<part * 30 + 30 {
            let bytes = Array(RandomInventoryFile(seed: seed).text.utf8)
            var generator = SeededGenerator(seed: seed)
            var edit = try DocumentEdit(SourceFile(path: "a.yaml", bytes: bytes))
            var names: [String] = []
            for _ in 0..<6 {
                if let random = RandomEdits(edit).next(using: &generator) {
                    random.apply(&edit)
                    names.append("\(random.name) \(random.scope)")
                }
            }
            guard let edited = attempt(edit, "seed \(seed) together \(names)") else { continue }
            #expect(edited.patches.undoing(bytes).applied(to: edited.bytes) == bytes, "seed \(seed)")
        }
    }

    // MARK: Judging

    private func attempt(_ edit: DocumentEdit, _ place: String) -> EditedDocument? {
        do {
            return try edit.finish()
        } catch {
            // What is refused on purpose; random edits may well ask for it.
            let refusals = ["loses its last key", "in the middle of a text"]
            if refusals.contains(where: error.message.contains) { return nil }
            Issue.record("\(place): \(error)\n\(String(decoding: edit.file.bytes, as: UTF8.self))")
            return nil
        }
    }

    /// Expects all lines to stay but those of the scope, a line more on both sides of it, and what is new.
    private func expectLinesKept(_ old: [UInt8], _ new: [UInt8], scope: Range<Int>, _ place: String) {
        let before = lines(old)
        let after = lines(new)
        let head = zip(before, after).prefix { $0 == $1 }.count
        let most = min(before.count, after.count) - head
        let tail = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
        let changed = before[head..<before.count - tail]
        if scope.isEmpty {
            #expect(changed.count <= 2, "\(place): \(changed)")
            return
        }
        var first = old[..<scope.lowerBound].count { $0 == UInt8(ascii: "\n") }
        // A dash may stand alone in its line, above comments.
        while first > 0, isBlankOrComment(before[first - 1]) { first -= 1 }
        var last = old[..<scope.upperBound].count { $0 == UInt8(ascii: "\n") }
        // Comments below a text in lines of its own would become part of it, so they go with what stood between.
        while last + 1 < before.count, isBlankOrComment(before[last + 1]) { last += 1 }
        let isWithin = changed.isEmpty || changed.startIndex >= first - 1 && changed.endIndex <= last + 3
        #expect(isWithin, "\(place): \(Array(changed)), lines \(first)-\(last)")
    }

    private func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { " \t\r".utf8.contains($0) }
        return text.isEmpty || text.first == UInt8(ascii: "#")
    }

    private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
}
