import Findings
import Testing
import YAMLSyntax

@Suite("Syntax errors")
struct SyntaxErrorTests {
    static let mistakes: [(text: String, finding: String)] = [
        ("a: b: c\n", "1:5 a ':' that can belong to no key"),
        ("a: 1\nb\nc: 2\n", "2:1 a line without 'key: value' inside a mapping"),
        ("a:\n  b: 1\n c: 2\n", "3:2 this is no key of the mapping above it (1:1 the mapping begins here)"),
        ("a:\n  - b\n  c: 1\n", "3:3 this is no item of the list above it (2:3 the list begins here)"),
        ("ä: [1, 2\nb: 3\n", "2:2 expected ',' or ']' (1:4 this '[' is still open)"),
        ("a: {b: 1\n", "2:1 expected ',' or '}' (1:4 this '{' is still open)"),
        ("a: - b\n", "1:4 a '- ' item cannot begin here"),
        ("größe: 'x\nb: 1\n", "1:8 a quote that is never closed"),
        ("a: \"x\n---\n", "1:4 a quote that is never closed"),
        ("a: \"C:\\dir\"\n", "1:7 an unknown escape in double quotes"),
        ("a: *.example.net\n", "1:4 a '*' begins an alias"),
        ("a: & b\n", "1:4 a '&' begins an anchor"),
        ("a: @b\n", "1:4 a text cannot begin with '@'"),
        ("a: 'it's'\n", "1:8 this is no key of the mapping above it (1:1 the mapping begins here)"),
        ("  a: 1\nb: 2\n", "2:1 this belongs to nothing above it"),
        ("a: [1,,2]\n", "1:7 a value is missing here"),
        (
            "a: \"\\ud83d\"\n",
            "1:7 not YAML: while parsing a quoted scalar, found invalid Unicode character escape code"
        ),
    ]

    @Test("a mistake is named where it can be mended", arguments: mistakes)
    func mistake(text: String, finding: String) {
        let reading = read(text)
        #expect(reading.tree == nil)
        #expect(describe(reading, of: text) == [finding])
        #expect(reading.faults.allSatisfy { $0.rule == "yaml-syntax" })
    }

    @Test("line ends of any sort leave lines and columns alone")
    func carriageReturns() {
        let text = "ä: 1\r\nö: [1, 2\r\nü: 3\r\n"
        #expect(describe(read(text), of: text) == ["3:2 expected ',' or ']' (2:4 this '[' is still open)"])
    }

    @Test("an unresolved merge is named, with both of its sides")
    func mergeConflict() {
        let text = "a:\n<<<<<<< HEAD\n  - b\n||||||| base\n=======\n  - c\n>>>>>>> topic\n"
        #expect(
            describe(read(text), of: text) == [
                "2:1 an unresolved merge: this line is a conflict marker that Git left "
                    + "(4:1 its other side begins here) (5:1 its other side begins here) (7:1 it ends here)"
            ])
    }

    @Test(
        "a conflict marker that was left alone is named too",
        arguments: ["a: 1\n=======\nb: 2\n", "a: 1\n>>>>>>> x\nb: 2"])
    func strayMarker(text: String) {
        #expect(
            describe(read(text), of: text) == [
                "2:1 an unresolved merge: this line is a conflict marker that Git left"
            ])
    }

    private func describe(_ reading: YAMLReading, of text: String) -> [String] {
        var locator = SourceLocator(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))]))
        func place(_ span: SourceSpan) -> String {
            let location = locator.location(of: span)
            return "\(location.line):\(location.column)"
        }
        return reading.faults.map { fault in
            let notes = fault.related.map { " (\(place($0.span)) \($0.message))" }
            return "\(place(fault.span)) \(fault.message)" + notes.joined()
        }
    }
}
