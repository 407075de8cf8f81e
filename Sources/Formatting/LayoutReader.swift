import Findings
import YAMLSyntax

/// Takes a tree apart into entries, each with the comments that belong to it.
///
/// Goes as deep as the tree, which the limits on files keep shallow.
struct LayoutReader {
    let tree: YAMLTree
    let text: SourceText
    private var comments: ArraySlice<Comment>

    init(_ tree: YAMLTree, _ text: SourceText, _ comments: [Comment]) {
        self.tree = tree
        self.text = text
        self.comments = comments[...]
    }

    /// Reads the outermost mapping.
    mutating func readDocument(_ root: YAMLTree.NodeID) -> DocumentLayout {
        let start = span(root).lowerBound
        let followsBlankLine = text.followsBlankLine(start)
        let above = takeComments(before: start)
        var body = readCollection(root, parentColumn: -1, end: text.bytes.count)
        let isBlock = body.style == .block && !body.entries.isEmpty
        let headEnd = isBlock ? headEnd(of: above, bodyFollowsBlankLine: followsBlankLine) : above.count
        var isApart = followsBlankLine
        if isBlock {
            body.entries[0].above = Array(above[headEnd...])
            body.entries[0].followsBlankLine = followsBlankLine
            isApart = body.entries[0].isApart
            body.entries[0].isApart = false
        }
        return DocumentLayout(
            head: Array(above[..<headEnd]), isApart: isApart, body: body, tail: takeComments(before: .max))
    }

    /// Where the head of the file ends: at the last blank line, or behind what concerns the file by itself.
    private func headEnd(of above: [Comment], bodyFollowsBlankLine: Bool) -> Int {
        if bodyFollowsBlankLine { return above.count }
        let blank = above.indices.last { $0 > 0 && above[$0].followsBlankLine } ?? 0
        let concerning = above.lastIndex(where: \.concernsFile).map { $0 + 1 } ?? 0
        return max(blank, concerning)
    }

    /// Reads a collection.
    ///
    /// - Parameters:
    ///   - parentColumn: the column of the block collection around it; -1 for none.
    ///   - end: where the next entry around it begins.
    private mutating func readCollection(_ node: YAMLTree.NodeID, parentColumn: Int, end: Int) -> Collection {
        let start = span(node).lowerBound
        let isBracketed = text.bytes[start] == UInt8(ascii: "{") || text.bytes[start] == UInt8(ascii: "[")
        return isBracketed
            ? readBracketed(node)
            : readBlock(node, column: text.column(of: start), parentColumn: parentColumn, end: end)
    }

    private mutating func readBlock(
        _ node: YAMLTree.NodeID, column: Int, parentColumn: Int, end: Int
    ) -> Collection {
        let parts = parts(of: node)
        let starts = starts(of: parts, in: node)
        var collection = Collection(isMapping: tree.kind(of: node) == .mapping, style: .block)
        for ((part, start), next) in zip(zip(parts, starts), starts.dropFirst() + [end]) {
            var entry = Entry()
            entry.above = takeComments(before: start)
            entry.followsBlankLine = text.followsBlankLine(start)
            // A blank line above the first entry sets nothing apart.
            if collection.entries.isEmpty { entry.isApart = false }
            readKeyAndValue(part, into: &entry, column: column, end: next)
            if case .literal = entry.value {
            } else {
                entry.below += takeOwnLines(before: next) { $0.column > column }
            }
            collection.entries.append(entry)
        }
        collection.foot = takeOwnLines(before: end) { $0.column >= column && $0.column > parentColumn }
        return collection
    }

    private mutating func readKeyAndValue(_ part: Part, into entry: inout Entry, column: Int, end: Int) {
        let value = span(part.value)
        if let key = part.key {
            entry.key = text.bytes[span(key)]
            entry.name = tree.text(of: key)
        }
        switch tree.kind(of: part.value) {
        case .plain where value.isEmpty:
            entry.value = .nothing
        case .mapping, .sequence:
            let isBlock = !isBracket(text.bytes[value.lowerBound])
            // What stands above the first entry of a block belongs to that entry.
            entry.between = takeComments(before: value.lowerBound) { !isBlock || !$0.isOnOwnLine }
            entry.value = .collection(readCollection(part.value, parentColumn: column, end: end))
        case .plain, .quoted:
            entry.between = takeComments(before: value.lowerBound)
            entry.value = readScalar(value, column: column)
        }
        entry.behind = takeComment(behind: value.upperBound, before: end)
    }

    private func readScalar(_ span: Range<Int>, column: Int) -> Value {
        let first = text.bytes[span.lowerBound]
        if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
            return .literal(BlockScalar(text, span: span, parent: column))
        }
        // Blanks around the line breaks of a scalar are no part of it, but `\ ` in double quotes is.
        let lines = SourceText.lines(text.bytes[span]).map(\.trimmedAtStart)
        return .scalar(first == UInt8(ascii: "\"") ? lines : lines.map(\.trimmedAtEnd))
    }

    // MARK: Brackets

    private mutating func readBracketed(_ node: YAMLTree.NodeID) -> Collection {
        let span = span(node)
        var collection = Collection(isMapping: tree.kind(of: node) == .mapping, style: .line)
        let parts = parts(of: node)
        let starts = parts.map { self.span($0.key ?? $0.value).lowerBound }
        var end = span.lowerBound + 1
        collection.opening = takeComment(behind: end, before: starts.first ?? span.upperBound)
        for ((part, start), next) in zip(zip(parts, starts), starts.dropFirst() + [span.upperBound]) {
            var entry = Entry()
            entry.above = takeComments(before: start)
            entry.beginsLine = text.breaksLine(end..<max(end, start))
            readFlowKeyAndValue(part, into: &entry)
            end = max(start, self.span(part.value).upperBound)
            entry.behind = takeComment(behind: end, before: next)
            collection.entries.append(entry)
        }
        collection.foot = takeComments(before: span.upperBound)
        let isEmpty = parts.isEmpty && collection.foot.isEmpty && collection.opening == nil
        if !isEmpty, text.breaksLine(span) { collection.style = .lines }
        return collection
    }

    private mutating func readFlowKeyAndValue(_ part: Part, into entry: inout Entry) {
        let value = span(part.value)
        if let key = part.key {
            entry.key = text.bytes[span(key)]
            entry.name = tree.text(of: key)
            entry.hasColon = text.bytes[span(key).upperBound..<value.lowerBound].contains(UInt8(ascii: ":"))
            entry.between = takeComments(before: value.lowerBound)
        }
        switch tree.kind(of: part.value) {
        case .plain where value.isEmpty: entry.value = .nothing
        case .plain, .quoted: entry.value = readScalar(value, column: 0)
        case .mapping where !isBracket(text.bytes[value.lowerBound]): entry.value = .collection(readPair(part.value))
        case .mapping, .sequence: entry.value = .collection(readBracketed(part.value))
        }
    }

    /// Reads `key: value` where an item of a flow sequence stands.
    private mutating func readPair(_ node: YAMLTree.NodeID) -> Collection {
        var pair = Collection(isMapping: true, style: .pair)
        for part in parts(of: node) {
            var entry = Entry()
            readFlowKeyAndValue(part, into: &entry)
            pair.entries.append(entry)
        }
        return pair
    }

    private func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

    // MARK: Parts of the tree

    private struct Part {
        let key: YAMLTree.NodeID?
        let value: YAMLTree.NodeID
    }

    private func parts(of node: YAMLTree.NodeID) -> [Part] {
        tree.entries(of: node).map { Part(key: $0.key, value: $0.value) }
            + tree.items(of: node).map { Part(key: nil, value: $0) }
    }

    /// Where the entries of a block collection begin: with their keys, or with their dashes.
    private func starts(of parts: [Part], in node: YAMLTree.NodeID) -> [Int] {
        var end = span(node).lowerBound
        return parts.map { part in
            defer { end = span(part.value).upperBound }
            return part.key.map { span($0).lowerBound } ?? dash(behind: end)
        }
    }

    /// The first dash behind an offset that stands in no comment.
    private func dash(behind offset: Int) -> Int {
        var index = offset
        while index < text.bytes.count, text.bytes[index] != UInt8(ascii: "-") {
            if text.bytes[index] == UInt8(ascii: "#") {
                index = text.bytes[index...].firstIndex(of: .lineFeed) ?? text.bytes.count
            } else {
                index += 1
            }
        }
        return index
    }

    // MARK: Comments

    /// Takes the next comments as long as they begin before an offset and are wanted.
    private mutating func takeComments(before end: Int, where isWanted: (Comment) -> Bool = { _ in true }) -> [Comment]
    {
        let taken = comments.prefix { $0.offset < end && isWanted($0) }
        comments = comments.dropFirst(taken.count)
        return Array(taken)
    }

    /// Takes the next comments as long as they have lines of their own and are wanted.
    private mutating func takeOwnLines(before end: Int, where isWanted: (Comment) -> Bool) -> [Comment] {
        takeComments(before: end) { $0.isOnOwnLine && isWanted($0) }
    }

    /// Takes the comment behind an offset in the same line.
    private mutating func takeComment(behind offset: Int, before end: Int) -> Comment? {
        guard let next = comments.first, (offset..<end).contains(next.offset), !next.isOnOwnLine,
            !text.breaksLine(offset..<next.offset)
        else { return nil }
        comments = comments.dropFirst()
        return next
    }

    private func span(_ node: YAMLTree.NodeID) -> Range<Int> {
        let span = tree.span(of: node)
        return Int(span.start)..<Int(span.end)
    }
}
