extension TreeBuilder {
    /// The length of `<<`.
    static let mergeKeyLength = 2

    /// Reports the anchor and the tag that begin at `start`, and gives the offset of the node behind them.
    mutating func reportProperties(from start: Int, to end: Int) -> Int {
        let properties = NodeProperties(in: bytes, from: start, limit: end)
        if let anchor = properties.anchor {
            faults.add(
                .feature, "the anchor '\(excerpt(anchor))'", at: anchor,
                help: "delete it: every value is written out where it is used")
        }
        if let tag = properties.tag {
            faults.add(
                .feature, "the tag '\(excerpt(tag))'", at: tag,
                help: "delete it: what a value is follows from its key; quote the value if it begins with '!'")
        }
        return properties.end
    }

    /// Reports an alias.
    mutating func reportAlias(at span: Range<Int>) {
        faults.add(
            .feature, "the alias '\(excerpt(span))'", at: span,
            help: "write the value out, or quote it if the '*' belongs to it")
    }

    /// Reports what is wrong with a scalar's content, and leaves out a merge key's entry.
    mutating func reportContent(of scalar: Int) {
        let node = nodes.nodes[scalar]
        let span = nodes.span(scalar)
        if isKeyNext {
            if node.count > YAMLLimits.key {
                reportLimit("a key of \(node.count) bytes, more than the limit of 1 KiB", at: span)
            }
            if node.kind == .plain, node.count == Self.mergeKeyLength, bytes[span].elementsEqual("<<".utf8) {
                faults.add(
                    .feature, "the merge key '<<'", at: span, help: "write the merged entries out here")
                refuseEntry()
            }
        } else if node.count > YAMLLimits.scalar {
            reportLimit("a text of \(node.count) bytes, more than the limit of 64 KiB", at: span)
        }
        if node.isAside, bytes[span.lowerBound] == UInt8(ascii: "\"") { reportEscapes(in: scalar) }
    }

    /// Reports the keys that a mapping holds more than once.
    mutating func reportDuplicateKeys(in mapping: OpenCollection) {
        duplicateKeys.forEach(in: nodes, mapping: mapping.node, count: mapping.count) { again, first in
            guard !faults.isFull else { return }
            let key = nodes.text(again)
            faults.add(
                .duplicateKey, "the key '\(key.shortened)' is in this mapping already", at: nodes.span(again),
                key: key.shortened, related: [("first given here", nodes.span(first))])
        }
    }

    /// Reports a key that is itself a collection, and leaves its entry out.
    mutating func refuseCollectionKey(_ key: Int) {
        let sort = nodes.nodes[key].kind == .mapping ? "mapping" : "list"
        faults.add(
            .feature, "a \(sort) as a key", at: nodes.span(key), help: "quote the key if its brackets are text")
        refuseEntry()
    }

    /// Reports a collection inside too many others.
    mutating func reportDepth(_ event: LibYAMLParser.Event) {
        let start = cursor.offset(of: event.start)
        faults.add(
            .limit, "lists and mappings nested deeper than \(YAMLLimits.depth)", at: start..<start + 1)
    }

    /// Reports a second document behind the end of the first; says whether there is one.
    mutating func reportsSecondDocument(behind event: LibYAMLParser.Event) -> Bool {
        var rest = bytes[cursor.offset(of: event.end)...]
        while let start = rest.firstIndex(where: { !$0.isBlank && !$0.isLineBreak }) {
            let lineEnd = rest[start...].firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            let line = rest[start..<lineEnd].trimmingTrailingBlanks
            rest = rest[lineEnd...]
            if line.first == UInt8(ascii: "#") || line.elementsEqual("...".utf8) { continue }
            // Behind a document that nothing ended, anything but these is a mistake that the parser explains.
            guard !event.isBare || line.starts(with: "---".utf8) || line.first == UInt8(ascii: "%") else {
                return false
            }
            faults.add(
                .feature, "a second document begins here", at: line.indices,
                help: "put it into a file of its own, or join the two")
            return true
        }
        return false
    }

    private mutating func reportEscapes(in scalar: Int) {
        guard let character = nodes.forbiddenCharacter(in: scalar) else { return }
        faults.add(
            .feature, "\(character.complaint), written as an escape", at: nodes.span(scalar),
            help: character.sort.help)
    }

    private mutating func reportLimit(_ message: String, at span: Range<Int>) {
        faults.add(.limit, message, at: span.lowerBound..<span.lowerBound + 1)
        isWithinLimits = false
    }

    private func excerpt(_ span: Range<Int>) -> String {
        String(decoding: bytes[span], as: UTF8.self).shortened
    }
}

extension String {
    /// The beginning of the text, for messages.
    var shortened: String {
        let limit = 60
        return unicodeScalars.count > limit ? String(unicodeScalars.prefix(limit)) + "…" : self
    }
}
