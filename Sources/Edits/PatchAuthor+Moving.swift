import Formatting
package import YAMLSyntax

// What moves from one place to another takes its comments along.
extension PatchAuthor {
    /// An entry of a mapping, to be written elsewhere, with the comments that go when it is taken out here.
    ///
    /// - Parameter kept: which items of its list it is to have; nil for all, or for what is no list. The comments of the
    ///   list itself go with its first item, and what stands below it with its last.
    /// - Returns: nil if the mapping has no such key, or none of the items is kept.
    func moved(_ key: String, of mapping: YAMLTree.NodeID, items kept: Set<Int>? = nil) -> YAMLValue.Entry? {
        let elements = elements(of: mapping)
        guard let index = elements.firstIndex(where: { tree.matches($0.node, key) }) else { return nil }
        let entry = elements[index]
        let region = region(of: index, elements, in: mapping)
        let above = comments(in: region.lowerBound..<entry.range.lowerBound).map(\.text)
        let isList = tree.kind(of: entry.value) == .sequence
        let items = isList ? self.elements(of: entry.value) : [element(entry.value)]
        let pieces = pieces(of: items, from: range(of: entry.node).upperBound, to: region.upperBound)
        let indices = items.indices.filter { kept?.contains($0) ?? true }
        guard let last = indices.last else { return nil }
        let values = indices.map { YAMLValue(tree, items[$0].value) }
        let value = isList ? .list(values) : values[0]
        let isFirst = indices.first == 0
        let isCommented =
            isFirst && !(above + pieces.behindKey).isEmpty || last == items.count - 1 && !pieces.below.isEmpty
            || indices.contains { pieces.items[$0].isCommented }
        guard isCommented else { return YAMLValue.Entry(key, value) }
        let name = ScalarText.text(key) + ":"
        let head = isFirst ? above : []
        let behind = (isFirst ? pieces.behindKey : []).joined(separator: " ")
        let tail = last == items.count - 1 ? pieces.below : []
        guard isList else {
            return YAMLValue.Entry(
                key, value,
                lines: head + pieces.behindKey + pieces.items[0].above + pieces.items[0].lines(behind: name) + tail)
        }
        let margin = String(repeating: " ", count: writer.listIndentation)
        let lines = indices.flatMap { pieces.items[$0].above + pieces.items[$0].lines(behind: "-") } + tail
        return YAMLValue.Entry(
            key, value, lines: head + [behind.isEmpty ? name : "\(name) \(behind)"] + lines.map { margin + $0 })
    }

    private func element(_ value: YAMLTree.NodeID) -> Element {
        Element(node: value, value: value, range: range(of: value), isRemoved: false)
    }

    /// What goes when an entry is taken out: its lines with its comments, or as much of its line as is its own.
    func region(of index: Int, _ elements: [Element], in mapping: YAMLTree.NodeID) -> Range<Int> {
        let range = elements[index].range
        let whole = self.range(of: mapping)
        if edit.isInBrackets(mapping) {
            let inner = whole.lowerBound + 1..<whole.upperBound - 1
            return standsAlone(index, of: elements, inner) ? linesWithComments(of: index, elements) : range
        }
        guard beginsLine(range.lowerBound) else {
            return range.lowerBound..<contentEnd(ofLineWith: range.upperBound)
        }
        return linesWithComments(of: index, elements)
    }

    /// Whether an element and its comma have lines of their own.
    private func standsAlone(_ index: Int, of elements: [Element], _ inner: Range<Int>) -> Bool {
        let range = elements[index].range
        let next = index + 1 < elements.count ? elements[index + 1].range.lowerBound : inner.upperBound
        let lineFeed = lineFeed(from: range.upperBound)
        return beginsLine(range.lowerBound) && lineFeed < next
            && comma(behind: range.upperBound, in: inner).map { $0 < lineFeed } ?? true
    }

    // MARK: Pieces

    /// An item, or the one value of an entry, as it stands in the file.
    private struct Piece {
        /// The comment lines above it.
        var above: [String] = []
        /// Its lines, the first from its first character on, the others without what they are indented together.
        var text: [String] = []
        /// The comment behind it.
        var behind: String?

        var isCommented: Bool { !above.isEmpty || behind != nil || text.contains { $0.contains("#") } }

        /// Its lines behind a dash or a key; comments below it are among those above what comes next.
        func lines(behind mark: String) -> [String] {
            var lines = text.enumerated().map { $0 == 0 ? "\(mark) \($1)" : "  \($1)" }
            if let behind, let last = lines.popLast() { lines.append("\(last) \(behind)") }
            return lines
        }
    }

    /// All that stands between two offsets: items and the comments around them.
    private func pieces(
        of items: [Element], from start: Int, to end: Int
    ) -> (behindKey: [String], items: [Piece], below: [String]) {
        var pieces = items.map { Piece(text: lines(of: $0.range)) }
        var behindKey: [String] = []
        var below: [String] = []
        for gap in 0...items.count {
            let from = gap == 0 ? start : items[gap - 1].range.upperBound
            let to = gap == items.count ? end : items[gap].range.lowerBound
            for comment in comments(in: from..<max(from, to)) {
                let isBehind = !text.breaksLine(from..<comment.offset)
                if isBehind, gap == 0 {
                    behindKey.append(comment.text)
                } else if isBehind, pieces[gap - 1].behind == nil {
                    pieces[gap - 1].behind = comment.text
                } else if gap < items.count {
                    pieces[gap].above.append(comment.text)
                } else {
                    below.append(comment.text)
                }
            }
        }
        return (behindKey, pieces, below)
    }

    /// The comments between two offsets, between which no text stands that could hold a `#`.
    func comments(in gap: Range<Int>) -> [(offset: Int, text: String)] {
        var comments: [(offset: Int, text: String)] = []
        var offset = gap.lowerBound
        while offset < gap.upperBound {
            guard bytes[offset] == UInt8(ascii: "#") else {
                offset += 1
                continue
            }
            let end = contentEnd(ofLineWith: offset)
            comments.append((offset, String(decoding: bytes[offset..<end], as: UTF8.self)))
            offset = end
        }
        return comments
    }

    /// The lines of a part of the file, all but the first without as many blanks as stand before that.
    private func lines(of range: Range<Int>) -> [String] {
        let column = text.column(of: range.lowerBound)
        let lines = bytes[range].split(separator: .lineFeed, omittingEmptySubsequences: false)
        return lines.enumerated().map { number, line in
            let blanks = number == 0 ? 0 : min(column, line.prefix(while: \.isBlank).count)
            let end = line.last == .carriageReturn ? 1 : 0
            return String(decoding: line.dropFirst(blanks).dropLast(end), as: UTF8.self)
        }
    }
}

extension DocumentEdit {
    /// An entry of a mapping, to be written elsewhere with the comments that go when it is removed here.
    ///
    /// - Parameter kept: the numbers of the items of its list that it is to have; nil for all of them.
    /// - Returns: nil if the mapping has no such key, or none of the items is kept.
    package func entry(
        _ key: String, of mapping: YAMLTree.NodeID, items kept: Set<Int>? = nil
    ) -> YAMLValue.Entry? {
        PatchAuthor(self).moved(key, of: mapping, items: kept)
    }
}
