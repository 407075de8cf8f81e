/// A comment of a YAML file, or a document marker, which stays where it is as comments do.
struct Comment: Sendable {
    /// The text from `#` on, without blanks at its end.
    let text: [UInt8]
    /// The offset of its first byte.
    let offset: Int
    /// How many bytes stand before it in its line.
    let column: Int
    /// Whether nothing but blanks stands before it in its line.
    let isOnOwnLine: Bool
    /// Whether the line above is blank.
    var followsBlankLine: Bool

    /// The same comment, with nothing blank above it.
    var withoutBlankLine: Comment {
        var copy = self
        copy.followsBlankLine = false
        return copy
    }

    /// Whether it is about the file as a whole: a document marker, or what editors look for.
    var concernsFile: Bool {
        let prefixes = ["---", "...", "# yaml-language-server:", "# $schema"]
        return prefixes.contains { text.starts(with: $0.utf8) }
    }
}
