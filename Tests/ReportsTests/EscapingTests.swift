import Reports
import Testing

@Suite("Escaping")
struct EscapingTests {
    @Test("no scalar that is unseen or moves others reaches a terminal")
    func hiddenScalars() {
        let hidden: [ClosedRange<UInt32>] = [
            0x00...0x1f, 0x7f...0x9f, 0xad...0xad, 0x61c...0x61c, 0x180e...0x180e, 0x200b...0x200f, 0x2028...0x202e,
            0x2060...0x206f, 0xfeff...0xfeff, 0xfff9...0xfffb, 0xe000...0xf8ff, 0xe0000...0xe0fff,
        ]
        for value in hidden.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(TerminalText.escaped("a\(scalar)b") == "a\\u{\(String(value, radix: 16))}b")
        }
    }

    @Test(
        "text that can be seen stays as it is", arguments: ["", "a b", "Zürich", "東京", "naïve — “q”", "🖨", "\\u{1b}"])
    func untouched(text: String) {
        #expect(TerminalText.escaped(text) == text)
    }

    @Test(
        "what a runner of GitHub Actions would obey is taken apart",
        arguments: [
            ("::error::x", "\\u{3a}:error::x"), (" \u{2003}::add-mask::x", " \u{2003}\\u{3a}:add-mask::x"),
            ("a ##[group]x", "a ##\\u{5b}group]x"), ("a ::error::x", "a ::error::x"), ("::1", "::1"),
            ("::ffff:192.0.2.1/128", "::ffff:192.0.2.1/128"), ("##", "##"), ("# [a]", "# [a]"),
        ])
    func commands(text: String, shown: String) {
        #expect(TerminalText.escaped(text) == shown)
    }

    @Test(
        "markup is spelt as references, and what XML cannot hold is spelt out",
        arguments: [
            ("<a href=\"x\">'&'", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;"), ("]]>", "]]&gt;"),
            ("\u{0}\u{fffe}\n", "\\u{0}\\u{fffe}\\u{a}"), ("日é", "日é"), ("", ""),
        ])
    func markup(text: String, escaped: String) {
        #expect(MarkupText.escaped(text) == escaped)
    }

    @Test(
        "code spans hold any text",
        arguments: [
            ("", "n/a"), ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("```", "```` ``` ````"),
            (" a ", "`  a  `"), ("  ", "`  `"), (" a", "` a`"), ("a|b", "`a\\|b`"), ("a\\|b", "`a\\\\u{7c}b`"),
            ("a\\", "`a\\`"), ("||", "`\\|\\|`"), ("a\nb", "`a\\u{a}b`"), ("\r", "`\\u{d}`"),
        ])
    func codeSpans(text: String, span: String) {
        #expect(MarkdownText.code(text) == span)
    }

    @Test("a long text is cut in a code span")
    func longText() {
        let span = MarkdownText.code(String(repeating: "x", count: 301))
        #expect(span == "`" + String(repeating: "x", count: 300) + "…`")
        #expect(MarkdownText.code(String(repeating: "x", count: 300)).count == 302)
    }
}
