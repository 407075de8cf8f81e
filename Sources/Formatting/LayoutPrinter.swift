/// Writes a layout as text: two spaces for each level, one before a comment, no blank line after another.
struct LayoutPrinter {
    private let lineEnd: [UInt8]
    private var text: [UInt8] = []
    /// Whether the text ends in a scalar that has no line feed at its end.
    private var endsInScalar = false
    /// Whether a blank line at the end of the text would belong to a scalar, or look as if it did.
    private var keepsBlankLines = false

    /// Writes a whole file.
    static func text(of document: DocumentLayout, lineEnd: [UInt8]) -> [UInt8] {
        var printer = LayoutPrinter(lineEnd: lineEnd)
        printer.write(document.head, indentation: 0)
        if document.isApart { printer.writeBlankLine() }
        if document.body.style == .block {
            printer.writeBlock(document.body, indentation: 0, isBehindDash: false)
        } else {
            printer.beginLine(0)
            printer.writeBracketed(document.body, indentation: 0)
        }
        printer.write(document.tail, indentation: 0)
        if !printer.endsInScalar { printer.text += lineEnd }
        return printer.text
    }

    private init(lineEnd: [UInt8]) {
        self.lineEnd = lineEnd
    }

    // MARK: Blocks

    private mutating func writeBlock(_ collection: Collection, indentation: Int, isBehindDash: Bool) {
        for (index, entry) in collection.entries.enumerated() {
            if index > 0 || !isBehindDash {
                writeLines(above: entry, indentation: indentation, isFirst: index == 0)
                beginLine(indentation)
            }
            if let key = entry.key { text += key + [UInt8(ascii: ":")] } else { text.append(UInt8(ascii: "-")) }
            writeValue(of: entry, indentation: indentation)
            write(entry.below, indentation: indentation + 2)
        }
        write(collection.foot, indentation: indentation)
    }

    private mutating func writeLines(above entry: Entry, indentation: Int, isFirst: Bool) {
        var above = entry.above
        if isFirst, !above.isEmpty { above[0].followsBlankLine = false }
        write(above, indentation: indentation)
        if entry.followsBlankLine, !isFirst || !above.isEmpty { writeBlankLine() }
    }

    private mutating func writeValue(of entry: Entry, indentation: Int) {
        let isOnNextLine = writeBetween(entry.between, indentation: indentation + 2)
        switch entry.value {
        case .nothing: break
        case .collection(let collection) where collection.style == .block:
            let isBehindDash = entry.key == nil && !isOnNextLine && collection.canFollowDash
            if isBehindDash { text.append(.space) }
            writeBlock(collection, indentation: indentation + 2, isBehindDash: isBehindDash)
        case .collection(let collection):
            // YAML wants the closing bracket further in than the key, so the opening one stands there as well.
            let hangs = collection.style == .lines && entry.key != nil
            separate(isOnNextLine || hangs, indentation: indentation + 2)
            writeBracketed(collection, indentation: indentation + 2)
        case .scalar(let lines):
            separate(isOnNextLine, indentation: indentation + 2)
            writeScalar(lines, indentation: indentation + 2)
        case .literal(let scalar):
            separate(isOnNextLine, indentation: indentation + 2)
            writeLiteral(scalar, indentation: indentation)
        }
        writeBehind(entry.behind)
    }

    /// Writes what stands between a key and its value; says whether the value has to begin a line.
    private mutating func writeBetween(_ comments: [Comment], indentation: Int) -> Bool {
        var rest = comments[...]
        if let first = rest.first, !first.isOnOwnLine {
            writeBehind(first)
            rest = rest.dropFirst()
        }
        write(Array(rest), indentation: indentation)
        return !comments.isEmpty
    }

    private mutating func separate(_ isOnNextLine: Bool, indentation: Int) {
        if isOnNextLine { beginLine(indentation) } else { text.append(.space) }
    }

    // MARK: Scalars

    private mutating func writeScalar(_ lines: [ArraySlice<UInt8>], indentation: Int) {
        for (index, line) in lines.enumerated() {
            if index > 0 { beginLine(line.isEmpty ? 0 : indentation) }
            text += line
        }
    }

    private mutating func writeLiteral(_ scalar: BlockScalar, indentation: Int) {
        text += scalar.header
        for line in scalar.lines {
            beginLine(line.isEmpty ? 0 : indentation + (scalar.indentation ?? 2))
            text += line
        }
        for _ in 0..<(scalar.blankLinesBehind ?? 0) { text += lineEnd }
        endsInScalar = scalar.endsFile
        // A line of spaces at the end of a scalar looks like a blank line, and is not made to be followed by one.
        keepsBlankLines = scalar.blankLinesBehind != nil || scalar.lines.last?.allSatisfy(\.isBlank) == true
    }

    // MARK: Brackets

    private mutating func writeBracketed(_ collection: Collection, indentation: Int) {
        if collection.style == .pair {
            for entry in collection.entries { writeFlowEntry(entry, indentation: indentation) }
            return
        }
        let brackets = collection.isMapping ? "{}" : "[]"
        text += brackets.utf8.prefix(1)
        let spansLines = collection.style == .lines
        writeBehind(collection.opening)
        var followsComment = false
        for (index, entry) in collection.entries.enumerated() {
            let isLast = index + 1 == collection.entries.count
            if spansLines, index == 0 || entry.beginsLine || followsComment || !entry.above.isEmpty {
                write(entry.above.map(\.withoutBlankLine), indentation: indentation + 2)
                beginLine(indentation + 2)
            } else if index > 0 {
                text.append(.space)
            }
            writeFlowEntry(entry, indentation: indentation + 2)
            if !isLast { text.append(UInt8(ascii: ",")) }
            writeBehind(entry.behind)
            followsComment = entry.behind != nil
        }
        write(collection.foot.map(\.withoutBlankLine), indentation: indentation + 2)
        if spansLines { beginLine(indentation) }
        text += brackets.utf8.suffix(1)
    }

    private mutating func writeFlowEntry(_ entry: Entry, indentation: Int) {
        if let key = entry.key {
            writeScalar(SourceText.lines(key).map(\.trimmedAtStart), indentation: indentation)
            if entry.hasColon { text.append(UInt8(ascii: ":")) }
        }
        let isOnNextLine = writeBetween(entry.between, indentation: indentation + 2)
        if entry.key != nil, entry.hasColon { separate(isOnNextLine, indentation: indentation + 2) }
        switch entry.value {
        case .nothing, .literal: break
        case .scalar(let lines): writeScalar(lines, indentation: indentation)
        case .collection(let collection): writeBracketed(collection, indentation: indentation)
        }
    }

    // MARK: Lines

    private mutating func beginLine(_ indentation: Int) {
        if !text.isEmpty { text += lineEnd }
        endsInScalar = false
        keepsBlankLines = false
        text += repeatElement(.space, count: indentation)
    }

    private mutating func writeBlankLine() {
        guard let last = text.last, last != .lineFeed, !keepsBlankLines else { return }
        text += lineEnd
    }

    private mutating func write(_ comments: [Comment], indentation: Int) {
        for comment in comments {
            if comment.followsBlankLine { writeBlankLine() }
            beginLine(indentation)
            text += comment.text
        }
    }

    private mutating func writeBehind(_ comment: Comment?) {
        guard let comment else { return }
        text.append(.space)
        text += comment.text
    }
}
