import Formatting
import YAMLSyntax

extension PatchAuthor {
    /// Writes another value in the place of an item or an entry's value.
    mutating func replace(_ element: Element, with value: YAMLValue, isInMapping: Bool) {
        let old = range(of: element.value)
        if old.isEmpty {
            patches.append(.insert(" " + writer.inline(value), at: old.lowerBound))
        } else if isOnOneLine(element.value) {
            patches.append(.replace(old, with: rendered(value, inPlaceOf: element.value)))
        } else {
            replaceLines(element, with: value, isInMapping: isInMapping)
        }
    }

    /// Whether a value is a plain or quoted text, or stands in brackets.
    private func isOnOneLine(_ node: YAMLTree.NodeID) -> Bool {
        switch tree.kind(of: node) {
        case .plain, .quoted: !isBlockScalar(node)
        case .mapping, .sequence: edit.isInBrackets(node)
        }
    }

    /// Whether a node is a text that begins with `|` or `>`.
    func isBlockScalar(_ node: YAMLTree.NodeID) -> Bool {
        guard tree.kind(of: node) == .quoted, let first = bytes[range(of: node)].first else { return false }
        return first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
    }

    private func rendered(_ value: YAMLValue, inPlaceOf old: YAMLTree.NodeID) -> String {
        guard case .text(let text) = value, tree.kind(of: old) == .quoted else { return writer.inline(value) }
        return ScalarText.text(text, in: ScalarText.Quotes(bytes[range(of: old)].first))
    }

    /// Writes a value behind the colon or dash instead of what stands on lines of its own; a comment there stays.
    private mutating func replaceLines(_ element: Element, with value: YAMLValue, isInMapping: Bool) {
        let old = range(of: element.value)
        let start = isInMapping ? behindColon(of: element.node) : old.lowerBound
        let isBelow = isInMapping && text.breaksLine(start..<old.lowerBound)
        guard isBelow else {
            patches.append(.replace(start..<old.upperBound, with: (isInMapping ? " " : "") + writer.inline(value)))
            return
        }
        patches.append(.insert(" " + writer.inline(value), at: start))
        patches.append(.delete(contentEnd(ofLineWith: start)..<old.upperBound))
    }

    /// The offset behind the colon that follows a key.
    func behindColon(of key: YAMLTree.NodeID) -> Int {
        let end = range(of: key).upperBound
        return bytes[end...].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? end
    }

    /// Adds the first entries of a file that says nothing, at its end.
    mutating func addNewEntries() {
        let isOpen = bytes.last.map { $0 != .lineFeed } ?? false
        let text = edit.newEntries.map { entry in
            writer.lines(of: entry).map { $0 + lineEnd }.joined()
        }.joined(separator: lineEnd)
        patches.append(.insert((isOpen ? lineEnd : "") + text, at: bytes.count))
    }
}
