/// Colours text for terminals, or leaves it alone.
package struct Paint: Sendable {
    /// What a colour means; none means anything that the words do not also say.
    package enum Tone: Sendable {
        case error, warning, note, gutter, emphasis, good
    }

    private let isOn: Bool

    /// Makes a paint that colours if `isOn`.
    package init(isOn: Bool) {
        self.isOn = isOn
    }

    /// The text in a tone; the text must be harmless already.
    package func callAsFunction(_ text: String, _ tone: Tone) -> String {
        guard isOn, !text.isEmpty else { return text }
        return "\u{1b}[\(code(tone))m\(text)\u{1b}[0m"
    }

    /// Parameters of "select graphic rendition" (ECMA-48, 8.3.117).
    private func code(_ tone: Tone) -> String {
        switch tone {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        case .gutter: "1;34"
        case .emphasis: "1"
        case .good: "1;32"
        }
    }
}
