package import Findings
package import YAMLSyntax

extension DocumentEdit {
    /// The items of a list at the top of the file; none if it has no such list.
    package func items(ofList key: String) -> [YAMLTree.NodeID] {
        tree.root.flatMap { tree.value(of: key, in: $0) }.map { Array(tree.items(of: $0)) } ?? []
    }

    /// The list under a key of a mapping, or at the top of the file; nil if there is none.
    package func list(_ key: String, in mapping: YAMLTree.NodeID? = nil) -> YAMLTree.NodeID? {
        guard let mapping = mapping ?? tree.root, let list = tree.value(of: key, in: mapping),
            tree.kind(of: list) == .sequence
        else { return nil }
        return list
    }

    /// The first mapping in a list that has a text under a key.
    package func item(of list: YAMLTree.NodeID, where key: String, is text: String) -> YAMLTree.NodeID? {
        tree.items(of: list).first { item in tree.value(of: key, in: item).map { tree.matches($0, text) } ?? false }
    }

    /// The outermost node that stands on a span, as an object or value of the inventory that was read from it does.
    package func node(at span: SourceSpan) -> YAMLTree.NodeID? {
        node { $0.start == span.start && $0.end == span.end }
    }

    /// The outermost node that begins at an offset.
    package func node(beginningAt offset: Int) -> YAMLTree.NodeID? {
        guard offset > 0 else { return tree.root }
        return node { Int($0.start) == offset }
    }

    /// All texts under the key that begins at an offset, if it stands below one of some keys at the top of the file.
    package func texts(underKeyAt offset: Int, below tops: Set<String>) -> [String] {
        let entries = tree.root.map { Array(tree.entries(of: $0)) } ?? []
        var pending = entries.filter { tops.contains(tree.text(of: $0.key)) }.map(\.value)
        while let node = pending.popLast() {
            let entries = tree.entries(of: node)
            if let found = entries.first(where: { Int(tree.span(of: $0.key).start) == offset }) {
                return texts(below: found.value)
            }
            pending += Array(tree.items(of: node)) + entries.map(\.value)
        }
        return []
    }

    private func texts(below root: YAMLTree.NodeID) -> [String] {
        var texts: [String] = []
        var pending = [root]
        while let node = pending.popLast() {
            switch tree.kind(of: node) {
            case .plain, .quoted: texts.append(tree.text(of: node))
            case .mapping, .sequence: pending += Array(tree.items(of: node)) + tree.entries(of: node).map(\.value)
            }
        }
        return texts
    }

    /// The innermost mapping that stands around an offset.
    package func mapping(around offset: Int) -> YAMLTree.NodeID? {
        var found: YAMLTree.NodeID?
        var next = tree.root
        while let node = next {
            if tree.kind(of: node) == .mapping { found = node }
            let children = Array(tree.items(of: node)) + tree.entries(of: node).map(\.value)
            next = children.first { child in
                tree.count(of: child) > 0
                    && (tree.span(of: child).start..<tree.span(of: child).end).contains(UInt32(clamping: offset))
            }
        }
        return found
    }

    private func node(where isWanted: (SourceSpan) -> Bool) -> YAMLTree.NodeID? {
        var pending = tree.root.map { [$0] } ?? []
        while let node = pending.popLast() {
            // The root begins where its first entry does.
            if isWanted(tree.span(of: node)) { return node }
            switch tree.kind(of: node) {
            case .plain, .quoted: continue
            case .mapping: pending += tree.entries(of: node).reversed().map(\.value)
            case .sequence: pending += tree.items(of: node).reversed()
            }
        }
        return nil
    }
}
