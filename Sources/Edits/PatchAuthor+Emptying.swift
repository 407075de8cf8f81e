import Formatting
import YAMLSyntax

// Lists without brackets that lose all that they have.
extension DocumentEdit {
    /// Whether a list without brackets loses all of its items and gets none.
    func losesAll(_ list: YAMLTree.NodeID) -> Bool {
        guard tree.kind(of: list) == .sequence, replacements[list] == nil, let change = changes[list],
            change.addsNothing, !isInBrackets(list)
        else { return false }
        return tree.items(of: list).allSatisfy(change.removed.contains)
    }

    /// Notes which lists that lose all of their items have comments that stay.
    mutating func keepCommentedLists() {
        let emptied = Set(changes.keys.filter(losesAll))
        guard !emptied.isEmpty else { return }
        let author = PatchAuthor(self)
        var pending = tree.root.map { [$0] } ?? []
        while let node = pending.popLast() {
            for (index, entry) in tree.entries(of: node).enumerated() {
                if emptied.contains(entry.value), author.keepsComments(index, of: node) {
                    commentedLists.insert(entry.value)
                }
                pending.append(entry.value)
            }
            pending += tree.items(of: node)
        }
    }
}

extension PatchAuthor {
    /// Whether comments stay of the list under a key when each of its items goes with its own.
    fileprivate func keepsComments(_ index: Int, of mapping: YAMLTree.NodeID) -> Bool {
        let elements = elements(of: mapping)
        var start = behindColon(of: elements[index].node)
        let end = region(of: index, elements, in: mapping).upperBound
        guard let deletions = deletions(ofAllIn: elements[index].value) else { return false }
        for deletion in deletions where deletion.upperBound > start {
            if deletion.lowerBound > start, !comments(in: start..<deletion.lowerBound).isEmpty { return true }
            start = deletion.upperBound
        }
        return start < end && !comments(in: start..<end).isEmpty
    }

    /// Writes the first items of a list that is empty, in brackets, below the comments that are about it.
    ///
    /// - Returns: whether it was so; a list without comments, or whose like stand in brackets, stays in its own.
    mutating func unfold(_ index: Int, of elements: [Element], in mapping: YAMLTree.NodeID) -> Bool {
        let entry = elements[index]
        guard tree.kind(of: entry.value) == .sequence, tree.count(of: entry.value) == 0,
            beginsLine(entry.range.lowerBound),
            edit.isInBrackets(entry.value),
            bytes[range(of: entry.value).dropFirst().dropLast()].allSatisfy(\.isWhite)
        else { return false }
        let end = region(of: index, elements, in: mapping).upperBound
        let new = Insertions(edit, entry.value, .document).items(at: 0)
        let lines = writer.lines(of: YAMLValue.Entry(tree.text(of: entry.node), .list(new))).dropFirst()
        guard !lines.isEmpty, !comments(in: entry.range.upperBound..<end).isEmpty else { return false }
        let margin = String(repeating: " ", count: text.column(of: entry.range.lowerBound))
        let isOpen = bytes[..<end].last != .lineFeed
        let block = lines.map { isOpen ? lineEnd + margin + $0 : margin + $0 + lineEnd }.joined()
        patches.append(.delete(behindColon(of: entry.node)..<entry.range.upperBound))
        patches.append(.insert(block, at: end))
        return true
    }

    /// What goes with the items of a list, in the order of the file; nil if they cannot be taken out one by one.
    private func deletions(ofAllIn list: YAMLTree.NodeID) -> [Range<Int>]? {
        var author = self
        author.patches = []
        let items = author.elements(of: list)
        do {
            for index in items.indices { try author.remove(index, of: items, isFollowed: false) }
        } catch {
            return nil
        }
        return author.patches.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    }
}
