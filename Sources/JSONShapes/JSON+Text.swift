extension JSON {
    /// How the text is laid out.
    package enum Layout: Sendable {
        /// One member or element a line, indented by two spaces.
        case pretty
        /// No white space at all.
        case compact
    }

    /// The value as JSON text (RFC 8259) with a final line feed.
    ///
    /// Control characters, DEL, U+2028, U+2029 and `<` are escaped, so that the text is safe on a terminal and inside
    /// an HTML script element. A number that is not finite prints as null.
    package func text(_ layout: Layout = .pretty) -> String {
        var writer = JSONWriter(layout)
        writer.write(self)
        return writer.finished()
    }
}
