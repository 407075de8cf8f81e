import Findings
import Formatting
import TestSupport
import Testing
import YAMLSyntax

@Suite("Laws of formatting")
struct PropertyTests {
    private func read(_ text: String) -> YAMLReading {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)), index: 0)
    }

    /// What a text says, apart from the order of keys.
    private func meaning(_ text: String) throws -> String {
        let tree = try #require(read(text).tree)
        func say(_ node: YAMLTree.NodeID) -> String {
            switch tree.kind(of: node) {
            case .plain: "plain \(tree.text(of: node).debugDescription)"
            case .quoted: "text \(tree.text(of: node).debugDescription)"
            case .sequence: "[\(tree.items(of: node).map(say).joined(separator: ", "))]"
            case .mapping:
                "{\(tree.entries(of: node).map { "\(say($0.key)): \(say($0.value))" }.sorted().joined(separator: ", "))}"
            }
        }
        return tree.root.map(say) ?? ""
    }

    private func comments(_ text: String) -> [Substring] {
        text.matches(of: /# c[0-9]+[^\n\r]*/).map(\.output).sorted()
    }

    @Test(
        "what a file says and its comments stay, and doing it twice is doing it once",
        arguments: 0..<20 as Range<UInt64>)
    func laws(block: UInt64) throws {
        var understood = 0
        for seed in block * 50..<block * 50 + 50 {
            let document = RandomDocument(seed: seed)
            guard read(document.text).tree != nil, read(document.text).faults.isEmpty else { continue }
            understood += 1
            guard let once = formatted(document.text) else {
                Issue.record("seed \(seed) is refused:\n\(document.text)")
                continue
            }
            #expect(try meaning(once) == meaning(document.text), "seed \(seed)")
            #expect(comments(once) == comments(document.text), "seed \(seed)")
            #expect(formatted(once) == once, "seed \(seed)")
            #expect(once.contains("\r") == document.text.contains("\r"), "seed \(seed)")
        }
        #expect(understood >= 40, "the random documents are no YAML")
    }

    @Test("any bytes are refused or laid out, never worse", arguments: 0..<20 as Range<UInt64>)
    func damaged(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<50 {
            var bytes = Array(RandomDocument(seed: seed * 50 + UInt64(number)).text.utf8)
            for _ in 0..<3 where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert("{}[]:-#'\"\n |>?,\t".utf8.randomElement(using: &generator) ?? 0, at: place)
                default: bytes[place] = .random(in: 0...127, using: &generator)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let once = formatted(text) else { continue }
            #expect(formatted(once) == once, "\(generator)")
        }
    }
}
