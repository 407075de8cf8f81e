import Findings
import Testing
import YAMLSyntax

@Suite("Spans")
struct SpanTests {
    static let samples: [(text: String, slices: [String])] = [
        ("a: 1\n", ["a: 1", "a", "1"]),
        ("# only\na: 1 # why\n\n\n", ["a: 1", "a", "1"]),
        (
            "a:\n- 1\n- x: 2\n  y: 3\n\n# end\n",
            ["a:\n- 1\n- x: 2\n  y: 3", "a", "- 1\n- x: 2\n  y: 3", "1", "x: 2\n  y: 3", "x", "2", "y", "3"]
        ),
        (
            "{a: [1, 'b c'] , \"d\": e }\n",
            ["{a: [1, 'b c'] , \"d\": e }", "a", "[1, 'b c']", "1", "'b c'", "\"d\"", "e"]
        ),
        ("[a: b , c]", ["[a: b , c]", "a: b", "a", "b", "c"]),
        ("a:\nb: ~\n", ["a:\nb: ~", "a", "", "b", "~"]),
        ("- \n- x\n-\n", ["- \n- x\n-", "", "x", ""]),
        (
            "a: |\n  one\n\n  two\n\n\nb: >-\n  three\n",
            ["a: |\n  one\n\n  two\n\n\nb: >-\n  three", "a", "|\n  one\n\n  two", "b", ">-\n  three"]
        ),
        ("a: one\n  two\nb: 'x\n  y'\n", ["a: one\n  two\nb: 'x\n  y'", "a", "one\n  two", "b", "'x\n  y'"]),
        ("ü: grün\n- : ", []),
        (
            "größe: \"ä\\n\"\r\nö: [é, ß]\r\n",
            ["größe: \"ä\\n\"\r\nö: [é, ß]", "größe", "\"ä\\n\"", "ö", "[é, ß]", "é", "ß"]
        ),
        ("a: |\r\n  x\r\nb: 1\r\n", ["a: |\r\n  x\r\nb: 1", "a", "|\r\n  x", "b", "1"]),
        ("---\na: 1\n...\n", ["a: 1", "a", "1"]),
        ("? a\n? b\n: c\n", ["? a\n? b\n: c", "a", "", "b", "c"]),
    ]

    @Test("every node stands on its own text and nothing else", arguments: samples)
    func slices(text: String, slices: [String]) {
        #expect((read(text).tree?.slices(of: text) ?? []) == slices)
    }

    @Test(
        "an empty value stands right behind its colon",
        arguments: [("a:\nb: 1", 2), ("{a: , b: 1}", 3), ("{a }", 2), ("a: # x\nb: 1", 2)])
    func emptyValue(text: String, offset: UInt32) throws {
        let tree = try #require(read(text).tree)
        let root = try #require(tree.root)
        let value = try #require(tree.entries(of: root).first { _ in true }?.value)
        #expect(tree.span(of: value) == SourceSpan(file: 0, start: offset, end: offset))
        #expect(tree.kind(of: value) == .plain)
    }

    @Test("spans carry the file's place")
    func fileIndex() throws {
        let tree = try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array("a".utf8)), index: 7).tree)
        let root = try #require(tree.root)
        #expect(tree.span(of: root) == SourceSpan(file: 7, start: 0, end: 1))
    }
}
