/// The escaper for XML and HTML: hostile text in, character data out.
///
/// The result may stand between tags and in quoted attributes of XML 1.0 and of HTML, but not in scripts, styles,
/// comments, or where an address is expected.
package enum MarkupText {
    /// The text on one line, with what is unseen spelt out and what is markup as references.
    ///
    /// ``TerminalText`` spells out all that XML 1.0 cannot hold, and that no reference can bring in either (section 2.2).
    package static func escaped(_ text: String) -> String {
        let visible = TerminalText.escaped(text)
        guard visible.utf8.contains(where: { reference(for: $0) != nil }) else { return visible }
        var bytes: [UInt8] = []
        for byte in visible.utf8 {
            if let reference = reference(for: byte) {
                bytes.append(contentsOf: reference.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The reference that stands for a character of markup; those are all ASCII, and so single bytes.
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
