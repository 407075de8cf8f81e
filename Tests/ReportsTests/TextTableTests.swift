import Reports
import Testing

@Suite("Text table")
struct TextTableTests {
    @Test("columns are as wide as their widest cell, and no line ends in spaces")
    func columns() {
        var table = TextTable([.init("RULE"), .init("COUNT", .trailing), .init("SUMMARY")])
        table.add(["duplicate-address", "2", "x"])
        table.add(["mac", "10", ""])
        #expect(
            table.text() == """
                RULE               COUNT  SUMMARY
                duplicate-address      2  x
                mac                   10

                """)
    }

    @Test("wide letters and escapes are measured as they are shown")
    func wide() {
        var table = TextTable([.init("N"), .init("V")])
        table.add(["東京", "a"])
        table.add(["\u{1b}", "b"])
        table.add(["e\u{301}", "c"])
        #expect(
            table.text() == """
                N       V
                東京    a
                \\u{1b}  b
                e\u{301}       c

                """)
    }

    @Test("a table without rows is its header")
    func empty() {
        #expect(TextTable([.init("A"), .init("B")]).text() == "A  B\n")
    }
}
