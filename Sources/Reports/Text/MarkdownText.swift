/// The escaper for Markdown on forges: all data goes into code spans.
///
/// Backslashes are not enough there: mentions, issue references, closing keywords, commit ids and bare links are found
/// in the text after Markdown was read, and only code is left alone.
package enum MarkdownText {
    /// The most scalars that a code span shows.
    private static let longest = 300

    /// The text as a code span that is safe in a table cell too; `n/a` for empty text.
    package static func code(_ text: String) -> String {
        guard !text.isEmpty else { return "n/a" }
        let content = escapingPipes(clipped(TerminalText.escaped(text)))
        let fence = String(repeating: "`", count: longestRunOfBackticks(in: content) + 1)
        let pad = needsPadding(content) ? " " : ""
        return fence + pad + content + pad + fence
    }

    private static func clipped(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }

    /// Tables are cut at pipes before code is looked for; readers differ on a pipe behind a backslash, so that one is
    /// spelt out.
    private static func escapingPipes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return text }
        var escaped = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch (scalar, previous) {
            case ("|", "\\"): escaped += "\\u{7c}"
            case ("|", _): escaped += "\\|"
            default: escaped.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return escaped
    }

    private static func longestRunOfBackticks(in text: String) -> Int {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Backticks at an edge would join the fence, and a space at both edges would be dropped (CommonMark 6.1).
    private static func needsPadding(_ text: String) -> Bool {
        let edges = [text.utf8.first, text.utf8.last]
        return edges.contains(UInt8(ascii: "`"))
            || edges == [UInt8(ascii: " "), UInt8(ascii: " ")] && text.utf8.contains { $0 != UInt8(ascii: " ") }
    }
}
