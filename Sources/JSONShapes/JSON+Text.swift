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
        var writer = JSONWriter(layout: layout)
        writer.write(self, depth: 0)
        writer.text += "\n"
        return writer.text
    }
}

/// Appends values to one growing text. Values are built by this program, so their depth is bounded.
private struct JSONWriter {
    let layout: JSON.Layout
    var text = ""

    init(layout: JSON.Layout) {
        self.layout = layout
    }

    mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? String(number) : "null"
        case .string(let string): write(string)
        case .array(let elements):
            write(elements, between: ("[", "]"), depth: depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            write(members, between: ("{", "}"), depth: depth) { writer, member in
                writer.write(member.key)
                writer.text += writer.layout == .pretty ? ": " : ":"
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func write<Item>(
        _ items: [Item], between brackets: (String, String), depth: Int, _ body: (inout JSONWriter, Item) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            breakLine(depth + 1)
            body(&self, item)
        }
        if !items.isEmpty { breakLine(depth) }
        text += brackets.1
    }

    private mutating func breakLine(_ depth: Int) {
        guard layout == .pretty else { return }
        text += "\n"
        text += String(repeating: "  ", count: depth)
    }

    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "<", "\u{2028}", "\u{2029}", "\u{202a}"..."\u{202e}",
                "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
