/// The escaper for text in SARIF, beside what JSON itself escapes.
enum SARIFText {
    /// The most UTF-16 units of a text that GitHub takes.
    static let limit = 1024

    /// A message: no links (SARIF 2.1.0, 3.11.6) and no placeholders, which need arguments.
    ///
    /// A link in a message is `[text](target)`; a backslash before the bracket that ends its text takes it apart.
    static func message(_ text: String) -> String {
        clipped(TerminalText.escaped(text).replacing("](", with: "\\]("))
    }

    /// Text of our own, within the limit.
    static func clipped(_ text: String) -> String {
        guard text.utf16.count > limit else { return text }
        var kept = ""
        var length = 0
        for scalar in text.unicodeScalars {
            length += UTF16.width(scalar)
            guard length < limit else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept + "…"
    }
}
