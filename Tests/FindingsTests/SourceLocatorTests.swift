import Findings
import Testing

@Suite("SourceLocator")
struct SourceLocatorTests {
    @Test(
        "lines and columns begin at 1, columns count scalars, ends are exclusive",
        arguments: [
            ("a\nb", 0..<1, [1, 1, 1, 2]), ("a\nb", 2..<3, [2, 1, 2, 2]), ("äö: x", 4..<5, [1, 3, 1, 4]),
            ("日😀x", 7..<8, [1, 3, 1, 4]), ("e\u{301}x", 3..<4, [1, 3, 1, 4]), ("a\r\nb", 3..<4, [2, 1, 2, 2]),
            ("a\nb\n", 0..<4, [1, 1, 3, 1]), ("a\n\nb", 2..<2, [2, 1, 2, 1]), ("", 0..<0, [1, 1, 1, 1]),
            ("a", 1..<9, [1, 2, 1, 2]),
        ] as [(String, Range<UInt32>, [Int])])
    func location(text: String, span: Range<UInt32>, expected: [Int]) {
        var locator = SourceLocator(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))]))
        let location = locator.location(of: SourceSpan(file: 0, start: span.lowerBound, end: span.upperBound))
        #expect([location.line, location.column, location.endLine, location.endColumn] == expected)
    }

    @Test("columns are right on a line of any length", arguments: [1023, 1024, 1025, 3072, 5000])
    func longLine(length: UInt32) {
        let text = "a\n" + String(repeating: "é", count: Int(length)) + "x\ny"
        var locator = SourceLocator(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))]))
        let start = 2 + 2 * length
        let location = locator.location(of: SourceSpan(file: 0, start: start, end: start + 1))
        #expect([location.line, location.column] == [2, Int(length) + 1])
        #expect(locator.location(of: SourceSpan(file: 0, start: start + 2, end: start + 3)).line == 3)
    }

    @Test("spans refer to files in path order")
    func fileOrder() {
        let files = [SourceFile(path: "b.yaml", bytes: []), SourceFile(path: "a.yaml", bytes: [])]
        var locator = SourceLocator(SourceFiles(files))
        #expect(locator.location(of: SourceSpan(file: 0, start: 0, end: 0)).path == "a.yaml")
        #expect(locator.location(of: SourceSpan(file: 1, start: 0, end: 0)).path == "b.yaml")
    }
}
