import Findings
import Formatting
import YAMLSyntax

/// Finds the patches of a file's text that an edit amounts to.
struct PatchAuthor {
    /// An item of a list or an entry of a mapping, where it stands.
    struct Element {
        /// The item, or the key of the entry.
        let node: YAMLTree.NodeID
        /// The item, or the value of the entry.
        let value: YAMLTree.NodeID
        /// From its first byte to behind its last.
        let range: Range<Int>
        let isRemoved: Bool
    }

    let edit: DocumentEdit
    let text: SourceText
    let writer: YAMLWriter
    var patches: [TextPatch] = []
    var tree: YAMLTree { edit.tree }
    var bytes: [UInt8] { text.bytes }
    var lineEnd: String { String(decoding: text.lineEnd, as: UTF8.self) }

    init(_ edit: DocumentEdit) {
        self.edit = edit
        text = SourceText(edit.file.bytes)
        var writer = YAMLWriter()
        writer.listIndentation = Self.listIndentation(in: edit.tree, text) ?? writer.listIndentation
        writer.styles = CollectionStyles(in: edit.tree.root, of: edit)
        self.writer = writer
    }

    /// All patches, in no particular order.
    mutating func run() throws(EditError) -> [TextPatch] {
        if let root = tree.root {
            try visit(root, .document, isInBrackets: false)
        } else {
            addNewEntries()
        }
        return patches
    }

    /// Goes through a collection and all that stays of it; as deep as the tree, which the limits on files keep shallow.
    private mutating func visit(
        _ collection: YAMLTree.NodeID, _ order: KeyOrder, isInBrackets: Bool
    ) throws(EditError) {
        let elements = elements(of: collection)
        let hasBrackets = edit.isInBrackets(collection)
        let new = Insertions(edit, collection, order)
        // What comes in at the end of an item stands before what comes in behind the item.
        let isMapping = tree.kind(of: collection) == .mapping
        for (index, element) in elements.enumerated() where !element.isRemoved {
            if edit.commentedLists.contains(element.value) {
                patches.append(.insert(" []", at: behindColon(of: element.node)))
            }
            if let value = edit.replacements[element.value] {
                replace(element, with: value, isInMapping: isMapping)
            } else if tree.count(of: element.value) > 0 || edit.changes[element.value] != nil {
                if isMapping, !isInBrackets, !hasBrackets, unfold(index, of: elements, in: collection) { continue }
                let inner = isMapping ? order.value(under: tree.text(of: element.node)) : order.item
                try visit(element.value, inner, isInBrackets: isInBrackets || hasBrackets)
            }
        }
        if !new.places.isEmpty || elements.contains(where: \.isRemoved) {
            if hasBrackets {
                try changeBrackets(collection, elements, new)
            } else if isInBrackets {
                throw EditError(
                    .unsupported, "\(edit.file.path) has an entry in brackets without braces: write [{key: value}]")
            } else {
                try changeBlock(collection, elements, new)
            }
        }
    }

    func elements(of collection: YAMLTree.NodeID) -> [Element] {
        let items = tree.items(of: collection).map { item in
            Element(
                node: item, value: item, range: range(of: item), isRemoved: edit.isRemoved(item, from: collection))
        }
        return items
            + tree.entries(of: collection).map { key, value in
                Element(
                    node: key, value: value, range: range(of: key).lowerBound..<range(of: value).upperBound,
                    isRemoved: edit.isRemoved(key, value: value, from: collection))
            }
    }

    /// Writes as somebody did who wrote an element.
    func writer(beside element: Element) -> YAMLWriter {
        var writer = writer
        writer.styles = writer.styles.preceded(by: CollectionStyles(in: element.value, of: edit))
        writer.quoting = QuotingStyles(in: element, of: edit)
        return writer
    }

    /// The bytes that a node stands on.
    func range(of node: YAMLTree.NodeID) -> Range<Int> {
        let span = tree.span(of: node)
        return Int(span.start)..<Int(span.end)
    }

    /// How far the dashes of the first list stand to the right of its key; nil if there is no such list.
    private static func listIndentation(in tree: YAMLTree, _ text: SourceText) -> Int? {
        var pending = tree.root.map { [$0] } ?? []
        while let node = pending.popLast() {
            for (key, value) in tree.entries(of: node) where tree.kind(of: value) == .sequence {
                let start = Int(tree.span(of: value).start)
                guard text.bytes[start...].first == UInt8(ascii: "-") else { continue }
                return max(0, text.column(of: start) - text.column(of: Int(tree.span(of: key).start)))
            }
            pending += tree.entries(of: node).reversed().map(\.value) + tree.items(of: node).reversed()
        }
        return nil
    }
}
