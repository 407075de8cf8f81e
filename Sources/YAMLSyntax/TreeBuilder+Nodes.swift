extension TreeBuilder {
    /// Adds the scalar that the parser just gave.
    mutating func addScalar(_ event: LibYAMLParser.Event, _ parser: borrowing LibYAMLParser) {
        var start = cursor.offset(of: event.start)
        var end = cursor.offset(of: event.end)
        if event.hasProperties { start = reportProperties(from: start, to: end) }
        if event.isBare, start == end {
            addEmptyScalar(at: start)
            return
        }
        if !event.isBare, bytes[start].opensBlockScalar { end = endOfText(from: start, to: end) }
        let node = nodes.next
        let content = event.isBare || end - start < 2 ? start..<end : start + 1..<end - 1
        let added = parser.withScalar { decoded in
            nodes.append(event.isBare ? .plain : .quoted, span: start..<end, content: content, decoded: decoded)
        }
        // Most scalars are short, and written as they are meant.
        if added.isAside || added.count > YAMLLimits.key || added.count == Self.mergeKeyLength {
            reportContent(of: node)
        }
        finishNode(node, end: end)
    }

    /// Adds an empty scalar where an alias stands.
    mutating func addAlias(_ event: LibYAMLParser.Event) {
        let span = cursor.offset(of: event.start)..<cursor.offset(of: event.end)
        reportAlias(at: span)
        let node = nodes.next
        nodes.appendEmpty(span: span)
        if isKeyNext { refuseEntry() }
        finishNode(node, end: span.upperBound)
    }

    /// Begins a mapping or a sequence.
    mutating func openCollection(_ event: LibYAMLParser.Event) {
        var start = cursor.offset(of: event.start)
        let end = cursor.offset(of: event.end)
        if event.hasProperties { start = reportProperties(from: start, to: end) }
        let isMapping = event.kind == .mappingStart
        // A block collection, and the mapping in `[key: value]`, begin with a mark of no width or with `-` or `?`.
        let isBracketed = end > start && (bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "["))
        let collection = OpenCollection(
            node: nodes.next, isMapping: isMapping, isBracketed: isBracketed, end: isBracketed ? end : start)
        nodes.open(isMapping ? .mapping : .sequence, at: start)
        open.append(collection)
    }

    /// Ends the innermost collection.
    mutating func closeCollection(_ event: LibYAMLParser.Event) {
        guard let collection = open.popLast() else { return }
        let end = collection.isBracketed ? cursor.offset(of: event.end) : collection.end
        nodes.close(collection.node, end: end, count: collection.count)
        if collection.isMapping { reportDuplicateKeys(in: collection) }
        if isKeyNext { refuseCollectionKey(collection.node) }
        finishNode(collection.node, end: end)
    }

    /// Whether the next node is a key.
    var isKeyNext: Bool {
        guard let last = open.last else { return false }
        return last.isMapping && last.key == nil
    }

    /// Has the entry whose key comes next left out of the tree.
    mutating func refuseEntry() {
        open[open.count - 1].isEntryRefused = true
    }

    /// Notes in the collection around it that a node is complete.
    private mutating func finishNode(_ node: Int, end: Int) {
        guard !open.isEmpty else { return }
        if let refused = open[open.count - 1].finishChild(node, end: end) { nodes.remove(from: refused) }
    }

    /// Adds a value that is not there.
    private mutating func addEmptyScalar(at offset: Int) {
        guard !open.isEmpty else { return }
        var offset = offset
        if let key = open.last?.key, offset == 0 || bytes[offset - 1] != UInt8(ascii: ":") {
            offset = offsetBehindColon(of: key)
        }
        let node = nodes.next
        nodes.appendEmpty(span: offset..<offset)
        finishNode(node, end: offset)
    }

    /// Right behind the colon that follows a key, or behind the key when none does, as in `{key}`.
    private func offsetBehindColon(of key: Int) -> Int {
        let keyEnd = nodes.span(key).upperBound
        guard let next = bytes[keyEnd...].firstIndex(where: { !$0.isBlank }), bytes[next] == UInt8(ascii: ":") else {
            return keyEnd
        }
        return next + 1
    }

    /// Where the last line of a block scalar ends.
    private func endOfText(from start: Int, to end: Int) -> Int {
        bytes[start..<end].trimmingTrailingBlanks.endIndex
    }
}

extension UInt8 {
    /// Whether it begins a block scalar.
    fileprivate var opensBlockScalar: Bool { self == UInt8(ascii: "|") || self == UInt8(ascii: ">") }
}
