/// Text that attacks whatever prints it.
package enum HostileText {
    /// What attackers are known to write, and seeded combinations of it.
    package static let payloads: [String] = {
        var generator = SeededGenerator(seed: 0x5eed_f00d)
        // What Swift's literals refuse: code points that are no characters.
        let noncharacters = [0xfffe, 0xffff, 0x1fffe, 0xfdd0].compactMap(Unicode.Scalar.init).map { String($0) }
        var texts = known + noncharacters + (1...10).map { String(repeating: "`", count: $0) }
        let scalars = Array(
            "\u{0}\t\r\n\u{1b}\u{9b}\u{85}\u{2028}\u{202e}\u{2066}\u{200b}\u{feff}:=+-@#[]()<>\"'`|\\%;,&!$*_~^{} a1é日😀"
                .unicodeScalars)
        while texts.count < 240 {
            if Bool.random(using: &generator) {
                let parts = (0..<Int.random(in: 2...4, using: &generator)).compactMap { _ in
                    known.randomElement(using: &generator)
                }
                texts.append(parts.joined())
            } else {
                let mix = (0..<Int.random(in: 1...30, using: &generator)).compactMap { _ in
                    scalars.randomElement(using: &generator)
                }
                texts.append(String(String.UnicodeScalarView(mix)))
            }
        }
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }()

    private static let known = [
        "=cmd|'/c calc'!A1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠1", " =1", "\ta", "\t=1", "\ra", "\na", "\u{0}=a",
        "\"", "\"\"", "\",=1,\"", ";", "a;=1", "'", "<script>alert(1)</script>", "</script>", "</style>", "</title>",
        "</code>", "</pre>", "</textarea>", "<img src=x onerror=y>", "\"><svg onload=x>", "' onmouseover='x", "]]>",
        "--!>", "<!--", "<![CDATA[", "<?php", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&amp;", "&lt;script&gt;", "&#0;",
        "&#x0;", "&bogus;", "javascript:x", "data:text/html,x", "[a](http://x)", "![](http://x)", "[a]: http://x",
        "[a](1)", "<http://x>", "<a@b.example>", "http://example.net/x", "https://example.net", "www.example.net",
        "mailto:a@example.net", "a@example.net", "a|b", "\\|", "\\", "\\\\|", "||", "@user", "@org/team", "#1",
        "fixes #1",
        "closes org/repo#1", "GH-1", "0123456789abcdef0123456789abcdef01234567", "**a**", "__a__", "~~a~~", "- [ ] a",
        "# a", "> a", "```\na\n```", "    a", "| a |\n|---|", ":smile:", "$a$", "$$a$$", "<!-- a -->", "::error::x",
        "\n::error::x", "\r::error::x", " ::error::x", "\u{2003}::error::x", "::add-mask::a", "::stop-commands::a",
        "::set-output name=a::b", "::group::x", "::endgroup::", "##[group]x", "##[error]x", "a ##[add-mask]b",
        "##[add-matcher]/etc/passwd", "%0A::error::x", "%0a::error::x", "%25", "%3A%2C", ",line=9,title=x", "::x=",
        "${{ secrets.X }}", "`${{ github.token }}`", "{0}", "{{0}}", "%s%n", "$(id)", "\u{1b}[2J", "\u{1b}[31m",
        "\u{1b}]0;x\u{7}", "\u{1b}]8;;http://x\u{1b}\\a", "\u{1b}]52;c;eA==\u{7}", "\u{9b}31m", "\u{90}a\u{9c}",
        "\u{202e}abc", "\u{2066}a\u{2069}", "\u{61c}a", "\u{2028}", "\u{2029}", "\u{200b}", "\u{feff}", "\u{ad}",
        "\u{fffd}", "\u{e000}", "\u{e0041}", "\u{10ffff}", "e\u{301}",
        "\u{301}", "\u{1f468}\u{200d}\u{1f469}", "日本", "$INCLUDE /etc/passwd", "(", "\\000", "\\.", "\nevil A 6.6.6.6",
        "\r\nx", "\u{85}x", "\u{b}x", "\u{c}x", "\u{7f}", "\n\n# heading", "\n- item", "\n|x|\n|-|", "   ", " ` ", "\n",
        ",ignore", "dhcp-script=", "../../etc/passwd", "//evil.example/x", "file:///etc/passwd", "C:\\x", "a b%20c",
        "?a=b#c", "x:1:1: error: fake [rule]\nx:2:2: error: fake [rule]", "<0>x", "a\u{0}b",
        String(repeating: "a", count: 300), String(repeating: "😀", count: 2000), String(repeating: "[", count: 5000),
    ]
}
