/// What a name is written with: one line of characters that people can see.
package enum NameText {
    /// The code of the first character that breaks the line or controls something, such as `U+0007`; nil if none does.
    package static func unseenCode(in text: String) -> String? {
        // Most names are ASCII, and looking up what a character is takes longer than all else.
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return nil }
        let unseen = text.unicodeScalars.first { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        return unseen.map { scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            return "U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)"
        }
    }
}
