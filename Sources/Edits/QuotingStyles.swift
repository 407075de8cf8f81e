import Findings
import Formatting
import YAMLSyntax

/// In which quotes keys and texts stand around something, by the key that a text stands under.
struct QuotingStyles: Sendable {
    private var keyQuotes: Set<ScalarText.Quotes> = []
    /// By the key that texts stand under; nil for items of a list whose key is not known.
    private var textQuotes: [String?: Set<ScalarText.Quotes>] = [:]

    /// No habits: nothing stands in quotes that need not.
    init() {}

    /// The habits in an element of a collection.
    init(in element: PatchAuthor.Element, of edit: DocumentEdit) {
        let isEntry = element.node != element.value
        if isEntry { keyQuotes.insert(Self.quotes(of: element.node, edit)) }
        var pending = [(node: element.value, key: isEntry ? edit.tree.text(of: element.node) : nil)]
        while let (node, key) = pending.popLast() {
            for entry in edit.tree.entries(of: node) {
                keyQuotes.insert(Self.quotes(of: entry.key, edit))
                pending.append((entry.value, edit.tree.text(of: entry.key)))
            }
            for item in edit.tree.items(of: node) { pending.append((item, key)) }
            guard case .text(let text) = YAMLValue(scalar: node, of: edit.tree) else { continue }
            let quotes = Self.quotes(of: node, edit)
            // Those without which a text would be something else are nobody's habit.
            guard quotes == .none || PlainScalar.isSafe(text) else { continue }
            textQuotes[key, default: []].insert(quotes)
        }
    }

    private static func quotes(of scalar: YAMLTree.NodeID, _ edit: DocumentEdit) -> ScalarText.Quotes {
        ScalarText.Quotes(edit.file.bytes[Int(edit.tree.span(of: scalar).start)...].first)
    }

    /// In which quotes keys stand.
    var keys: ScalarText.Quotes { Self.only(keyQuotes) ?? .none }

    /// In which quotes a text stands: as others under its key, or as all that there is.
    func texts(under key: String?) -> ScalarText.Quotes {
        if let known = textQuotes[key] { return Self.only(known) ?? .none }
        return textQuotes.values.allSatisfy { Self.only($0) == keys } ? keys : .none
    }

    /// What all stands in; nil if it stands in quotes of several kinds.
    private static func only(_ quotes: Set<ScalarText.Quotes>) -> ScalarText.Quotes? {
        quotes.count == 1 ? quotes.first : nil
    }
}
