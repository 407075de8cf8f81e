import Findings
import Formatting
import YAMLSyntax

/// What a file is to say after an edit, worked out without its text.
struct IntendedContent {
    private let edit: DocumentEdit
    private var tree: YAMLTree { edit.tree }

    init(_ edit: DocumentEdit) {
        self.edit = edit
    }

    /// All of it; nil for a file that says nothing.
    var content: YAMLValue? {
        guard let root = tree.root else { return edit.newEntries.isEmpty ? nil : .mapping(edit.newEntries) }
        let content = content(of: root, .document)
        return content == .mapping([]) && !edit.isInBrackets(root) ? nil : content
    }

    private func content(of node: YAMLTree.NodeID, _ order: KeyOrder) -> YAMLValue {
        if let replacement = edit.replacements[node] { return replacement }
        let places = Insertions(edit, node, order)
        switch tree.kind(of: node) {
        case .plain, .quoted: return YAMLValue(tree, node)
        case .sequence:
            var items: [YAMLValue] = places.items(at: 0)
            for (index, item) in tree.items(of: node).enumerated() {
                if !edit.isRemoved(item, from: node) { items.append(content(of: item, order.item)) }
                items += places.items(at: index + 1)
            }
            return .list(items)
        case .mapping:
            var entries: [YAMLValue.Entry] = places.entries(at: 0)
            for (index, entry) in tree.entries(of: node).enumerated() {
                if !edit.isRemoved(entry.key, value: entry.value, from: node) {
                    let key = tree.text(of: entry.key)
                    entries.append(.init(key, content(of: entry.value, order.value(under: key))))
                }
                entries += places.entries(at: index + 1)
            }
            return .mapping(entries)
        }
    }
}

extension DocumentEdit {
    /// Whether a collection stands in brackets.
    func isInBrackets(_ collection: YAMLTree.NodeID) -> Bool {
        let start = Int(tree.span(of: collection).start)
        return file.bytes[start...].first.map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
    }

    /// Whether an item goes.
    func isRemoved(_ item: YAMLTree.NodeID, from list: YAMLTree.NodeID) -> Bool {
        changes[list]?.removed.contains(item) ?? false
    }

    /// Whether an entry goes: because it was named, or because it holds a list that loses all it has.
    func isRemoved(_ key: YAMLTree.NodeID, value: YAMLTree.NodeID, from mapping: YAMLTree.NodeID) -> Bool {
        if changes[mapping]?.removed.contains(key) == true { return true }
        return losesAll(value) && !commentedLists.contains(value)
    }
}
