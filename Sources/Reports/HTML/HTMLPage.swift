/// An HTML page under construction: tags of our own, and text that is escaped on its way in.
struct HTMLPage {
    /// What was written so far.
    private(set) var text = ""

    /// Writes an element around what `body` writes, and breaks the line after it.
    mutating func element(_ name: String, _ attributes: String = "", _ body: (inout HTMLPage) -> Void) {
        open(name, attributes)
        body(&self)
        text += "</\(name)>\n"
    }

    /// Writes an element that holds text.
    mutating func element(_ name: String, _ attributes: String = "", text content: String) {
        element(name, attributes) { $0.write(content) }
    }

    /// Writes a tag without an end: of an element that has no content.
    mutating func open(_ name: String, _ attributes: String = "") {
        text += attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>"
    }

    /// Writes text of any origin.
    mutating func write(_ content: String) {
        text += MarkupText.escaped(content)
    }

    /// Writes markup of our own.
    mutating func write(markup: String) {
        text += markup
    }
}
