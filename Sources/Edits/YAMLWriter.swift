/// Writes values as YAML, line by line.
///
/// Where nothing else is usual, lists of texts, and mappings that hold no others, stand in brackets as long as they fit
/// into a line.
package struct YAMLWriter: Sendable {
    /// How far the dashes of a list stand to the right of the list's key: 0 or more.
    var listIndentation = 2
    /// The habits that are followed where they are known.
    var styles = CollectionStyles()
    /// In which quotes keys and texts are put that need none.
    var quoting = QuotingStyles()
    /// The most characters in brackets, which leaves room for what stands before them.
    private static let widest = 88

    /// A writer with two spaces for each level.
    package init() {}

    /// A whole new file.
    ///
    /// - Parameters:
    ///   - entries: the keys at the top and what stands under them; a blank line stands between two.
    ///   - head: comment lines above everything, each with its `#`.
    package func document(_ entries: [YAMLValue.Entry], head: [String] = []) -> [UInt8] {
        let sections = entries.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
        return Array((head.map { $0 + "\n" }.joined() + sections).utf8)
    }

    /// A value on one line, with brackets where it has parts.
    package func inline(_ value: YAMLValue) -> String { inline(value, under: nil) }

    private func inline(_ value: YAMLValue, under key: String?) -> String {
        switch value {
        case .text(let text): ScalarText.text(text, in: quoting.texts(under: key))
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .list(let items): "[\(items.map { inline($0, under: key) }.joined(separator: ", "))]"
        case .mapping(let entries): "{\(entries.map(inline).joined(separator: ", "))}"
        }
    }

    /// An entry of a mapping on one line.
    func inline(_ entry: YAMLValue.Entry) -> String {
        "\(text(ofKey: entry.key)): \(inline(entry.value, under: entry.key))"
    }

    private func text(ofKey key: String) -> String {
        ScalarText.text(key, in: quoting.keys)
    }

    /// The lines of an entry in a mapping without brackets.
    func lines(of entry: YAMLValue.Entry) -> [String] {
        if let lines = entry.lines { return lines }
        let key = text(ofKey: entry.key) + ":"
        switch entry.value {
        case .list(let items) where !items.isEmpty && style(of: entry) == .block:
            let style = styles.item(under: entry.key)
            return [key]
                + items.flatMap { lines(ofItem: $0, under: entry.key, style: style) }.map {
                    indented($0, by: listIndentation)
                }
        case .mapping(let entries) where !entries.isEmpty && style(of: entry) == .block:
            return [key] + entries.flatMap { lines(of: $0) }.map { indented($0, by: 2) }
        default:
            return ["\(key) \(inline(entry.value, under: entry.key))"]
        }
    }

    /// The lines of an item in a list without brackets.
    ///
    /// - Parameters:
    ///   - key: the key that the list stands under, where it matters for quotes.
    ///   - style: whether a mapping stands in brackets; nil if it does when it is small.
    ///   - gap: how many characters further right the item's text stands than its dash, 2 or more.
    func lines(ofItem item: YAMLValue, under key: String? = nil, style: Style? = nil, gap: Int = 2) -> [String] {
        let dash = "-" + String(repeating: " ", count: gap - 1)
        let style = item.hasComments ? .block : style ?? natural(item)
        guard case .mapping(let entries) = item, !entries.isEmpty, style == .block else {
            return [dash + inline(item, under: key)]
        }
        return entries.flatMap { lines(of: $0) }.enumerated().map { index, line in
            index == 0 ? dash + line : indented(line, by: gap)
        }
    }

    /// How a mapping in a list is written.
    enum Style {
        /// An entry a line.
        case block
        /// In brackets.
        case flow
    }

    /// How an entry's value is written: as others under that key, if it fits into a line or is to have several.
    private func style(of entry: YAMLValue.Entry) -> Style {
        switch styles.collection(under: entry.key) {
        case .block: .block
        case .flow where inline(entry).count <= Self.widest: .flow
        case .flow, nil: natural(entry.value)
        }
    }

    private func natural(_ value: YAMLValue) -> Style { isCompact(value) ? .flow : .block }

    /// Whether a value holds no mapping within another and fits into a line.
    private func isCompact(_ value: YAMLValue) -> Bool {
        let isFlat =
            switch value {
            case .list(let items): items.allSatisfy(\.isScalar)
            case .mapping(let entries): entries.allSatisfy { $0.value.isScalar || isFlatList($0.value) }
            default: true
            }
        return isFlat && inline(value).count <= Self.widest
    }

    private func isFlatList(_ value: YAMLValue) -> Bool {
        guard case .list(let items) = value else { return false }
        return items.allSatisfy(\.isScalar)
    }

    private func indented(_ line: String, by count: Int) -> String { String(repeating: " ", count: count) + line }
}
