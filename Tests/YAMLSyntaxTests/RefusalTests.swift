import Findings
import Testing
import YAMLSyntax

@Suite("Refusals")
struct RefusalTests {
    static let features = [
        "a: ↓&x 1", "a: ↓&x\n  b: 1", "↓&x\na: 1", "a: ↓*x\nb: [↓*y]", "↓*x : 1\nb: 2", "↓<<: {a: 1}\nb: 2",
        "a: ↓!!str 1", "a: ↓!x [1]", "a: ↓!<tag:yaml.org,2002:str> 1", "a: ↓!x ↓&y 1", "a: ↓!", "a: ↓!x!y 1",
        "↓%YAML 1.2\n---\na: 1", "# c\n\n↓%TAG ! tag:x,2000:\n↓%FOO\n---\na: 1",
        "a: 1\n↓---\nb: 2\n", "a: 1\n...\n↓b: 2\n", "---\n↓---\n", "a: 1\n...\n# c\n↓%YAML 1.1\n---\n",
        "↓[a]: 1\nb: 2", "? ↓{a: 1}\n: 2\nb: 3", "[↓[a]: 1]",
        "↓\u{feff}a: 1\n", "a: ↓\u{202e}b", "a: ↓\u{2066}b", "a: x↓\u{2028}", "a: x↓\u{2029}y", "a: ↓\u{0}",
        "a: ↓\u{1b}[1m",
        "a: ↓\u{7f}", "a: ↓\u{85}", "a: x↓\ry\n", "a: \"b\n↓\u{feff}\"", "a: ↓\u{fffe}",
        "a: ↓\"\\u202e\"", "a: ↓\"\\0\"", "a: ↓\"\\e[1m\"", "a: ↓\"\\L\"", "a: ↓\"\\N\"", "ä: ↓\"\\x07\"",
        "a:\n↓\tb: 1\n", "a: 1\n↓\tb: 1\n",
    ]

    @Test("what makes a file other than it looks is refused where it stands", arguments: features)
    func feature(text: String) {
        let marked = Marked(text)
        let reading = read(marked.bytes)
        #expect(reading.faults.map { Int($0.span.start) }.sorted() == marked.places)
        #expect(reading.faults.allSatisfy { $0.rule == "yaml-feature" })
    }

    @Test(
        "ordinary text is never refused",
        arguments: [
            "", "\n", "# [[[[[[[\n", "a: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[['", "a: it's # [[\nb: \"\\t\\n\"",
            "a:\tb\n",
            "a: b<<c\n'<<': d", "a: 1\n...\n", "---\n# c\na: 1\n...\n\n# d\n", "a: a&b*c!d%e\nb: '%x'\n",
            "a: ü\u{a0}é\n",
            "a:\r\n  - b\r\n", "=======: 1\n", "a: |\n  %x\n  <<<<<<< y\n", "日本: 東京 😀\n",
        ])
    func ordinary(text: String) {
        #expect(read(text).faults.map(\.message) == [])
    }

    @Test(
        "a byte sequence that is no UTF-8 is refused where it stands",
        arguments: [
            ([0x61, 0x3a, 0x20, 0xff], 3), ([0x61, 0xc0, 0xaf], 1), ([0xed, 0xa0, 0x80], 0), ([0x61, 0xe2, 0x82], 1),
            ([0xf4, 0x90, 0x80, 0x80], 0), ([0x61, 0x80], 1),
        ] as [([UInt8], Int)])
    func invalidUTF8(bytes: [UInt8], place: Int) {
        let reading = read(bytes)
        #expect(reading.tree == nil)
        #expect(reading.faults.map { "\($0.rule) \($0.span.start)" } == ["yaml-feature \(place)"])
    }

    @Test(
        "UTF-16 and UTF-32 are named",
        arguments: [
            ([0xff, 0xfe, 0x61, 0x00], "UTF-16"), ([0xfe, 0xff, 0x00, 0x61], "UTF-16"),
            ([0x61, 0x00, 0x3a, 0x00], "UTF-16"),
            ([0x00, 0x61, 0x00, 0x3a], "UTF-16"), ([0xff, 0xfe, 0x00, 0x00], "UTF-32"), ([0x61, 0, 0, 0], "UTF-32"),
            ([0, 0, 0xfe, 0xff], "UTF-32"), ([0, 0, 0, 0x61], "UTF-32"),
        ] as [([UInt8], String)])
    func wideEncodings(bytes: [UInt8], name: String) {
        let reading = read(bytes)
        #expect(reading.tree == nil)
        #expect(reading.faults.map(\.message) == ["the file is encoded in \(name)"])
    }

    @Test("a refused feature leaves the rest of the file to be read")
    func rest() throws {
        let reading = read("a: &x 1\nb: *x\n<<: {c: 2}\n[d]: 3\ne: !!str 4\n")
        let tree = try #require(reading.tree)
        let root = try #require(tree.root)
        #expect(reading.faults.count == 5)
        #expect(
            tree.value(of: root)
                == .map([
                    .init(key: "a", value: .scalar("1")), .init(key: "b", value: .scalar("")),
                    .init(key: "e", value: .scalar("4")),
                ]))
    }

    @Test("a file full of faults reports the first hundred")
    func manyFaults() {
        let reading = read(String(repeating: "- &a x\n", count: 5_000))
        #expect(reading.faults.count == 100)
        #expect(reading.faults.last?.rule == "file-limit")
    }
}
