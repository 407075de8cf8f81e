import Testing

@testable import Reports

@Suite("Excerpt of a source line")
struct ExcerptTests {
    /// The line and the mark below it, with `⟦marks⟧` in the source.
    private func shown(_ marked: String, room: Int = 60) -> [String] {
        let scalars = Array(marked.unicodeScalars)
        let start = scalars.firstIndex(of: "⟦") ?? 0
        let end = (scalars.firstIndex(of: "⟧") ?? 0) - 1
        let line = Array(marked.filter { !"⟦⟧".contains($0) }.utf8)
        let excerpt = Excerpt(line: SourceLine(line[...]), start: start, end: end, room: room)
        return [
            excerpt.text,
            String(repeating: " ", count: excerpt.indent) + String(repeating: "^", count: excerpt.length),
        ]
    }

    @Test("tabs are four columns in the line and before the mark")
    func tabs() {
        #expect(shown("a:\t⟦b\tc⟧") == ["a:    b    c", "      ^^^^^^"])
    }

    @Test("wide letters take two columns")
    func wide() {
        #expect(shown("名: ⟦日本⟧") == ["名: 日本", "    ^^^^"])
    }

    @Test("combining marks take none")
    func combining() {
        #expect(shown("e\u{301}: ⟦o\u{308}x⟧") == ["e\u{301}: o\u{308}x", "   ^^"])
    }

    @Test("what cannot be seen is spelt out, and the mark is as long as that")
    func controls() {
        #expect(shown("a\u{1b}: ⟦\u{202e}⟧") == ["a\\u{1b}: \\u{202e}", "         ^^^^^^^^"])
    }

    @Test("a command to a runner is taken apart, and the mark still fits")
    func command() {
        #expect(shown("# ##[a]: ⟦b⟧") == ["# ##\\u{5b}a]: b", "              ^"])
    }

    @Test("an empty mark is one column")
    func empty() {
        #expect(shown("a: ⟦⟧") == ["a: ", "   ^"])
    }

    @Test("a long line is cut around the mark")
    func clipped() {
        let before = String(repeating: "b", count: 1000)
        let after = String(repeating: "a", count: 1000)
        #expect(
            shown(before + "⟦mark⟧" + after, room: 30) == [
                "...bbbbbbbbbbmarkaaaaaaaaaa...",
                "             ^^^^",
            ])
    }

    @Test("a line whose mark fits keeps its beginning")
    func keepsBeginning() {
        #expect(
            shown("  - ⟦name⟧: " + String(repeating: "x", count: 100), room: 30) == [
                "  - name: xxxxxxxxxxxxxxxxx...",
                "    ^^^^",
            ])
    }

    @Test("a mark longer than the room is cut")
    func longMark() {
        #expect(
            shown("⟦" + String(repeating: "m", count: 100) + "⟧", room: 20) == [
                "mmmmmmmmmmmmmmmmm...",
                "^^^^^^^^^^^^^^^^^",
            ])
    }

    @Test("any bytes and any offsets give an excerpt within its room")
    func total() {
        let line: [UInt8] = [0xff, 0x80, 0xc3, 0x28, 0x00, 0xf0, 0x9f, 0x98]
        for start in 0..<12 {
            for end in [nil, 0, 3, 100] {
                let excerpt = Excerpt(line: SourceLine(line[...]), start: start, end: end, room: 40)
                #expect(excerpt.length >= 1)
                #expect(DisplayWidth.of(excerpt.text) <= 40)
            }
        }
    }
}
