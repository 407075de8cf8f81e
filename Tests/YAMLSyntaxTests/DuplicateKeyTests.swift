import Findings
import Testing
import YAMLSyntax

@Suite("Duplicate keys")
struct DuplicateKeyTests {
    @Test(
        "a key that is there already is reported with both places",
        arguments: [
            "a: 1\n↓a: 2\n", "{a: 1, ↓a: 2}", "- b: 1\n  ↓b: 2\n", "a: 1\n↓'a': 2\n", "\"a\": 1\n↓a: 2",
            "a: 1\n↓\"\\x61\": 2\n",
            "\u{e9}: 1\n↓e\u{301}: 2\n", "\"\\u00e9\": 1\n↓\"e\\u0301\": 2\n", "a: 1\n? ↓|-\n  a\n: 2\n",
            "servers-of-lon1: 1\nservers-of-lon2: 1\n↓servers-of-lon1: 1\n",
        ])
    func duplicate(text: String) throws {
        let marked = Marked(text)
        let reading = read(marked.bytes)
        let fault = try #require(reading.faults.first)
        #expect(reading.faults.count == 1)
        #expect(fault.rule == "duplicate-key")
        #expect([Int(fault.span.start)] == marked.places)
        #expect(fault.related.map(\.message) == ["first given here"])
        #expect((fault.related.first?.span.start ?? 99) < fault.span.start)
    }

    @Test("every further appearance is reported against the first")
    func thrice() {
        let reading = read("a: 1\na: 2\na: 3\n")
        #expect(reading.faults.map(\.span.start) == [5, 10])
        #expect(reading.faults.flatMap(\.related).map(\.span.start) == [0, 0])
    }

    @Test(
        "keys that differ are no duplicates",
        arguments: [
            "a: 1\nA: 2\n", "a: {a: 1}\n", "- a: 1\n- a: 2\n", "1: a\n'01': b\n",
            "abcdefgh: 1\nabcdefghi: 2\nabcdefg: 3\n",
            "a: 1\n\"a\\n\": 2\n",
        ])
    func distinct(text: String) {
        #expect(read(text).faults.isEmpty)
    }

    @Test("repeated keys stay in the tree, so that what they hold is checked")
    func kept() throws {
        let tree = try #require(read("a: 1\na: 2\n").tree)
        let root = try #require(tree.root)
        #expect(tree.count(of: root) == 2)
    }

    @Test("a mapping of 20,000 keys finds the one that is there twice")
    func many() {
        let text = (0..<20_000).map { "key-\($0): 1\n" }.joined() + "key-777: 2\n"
        #expect(read(text).faults.map(\.message) == ["the key 'key-777' is in this mapping already"])
    }
}
