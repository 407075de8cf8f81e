import Findings
import Formatting
import YAMLSyntax

// Collections without brackets, whose items and entries have lines of their own.
extension PatchAuthor {
    /// Takes lines out of a collection and puts lines into it.
    mutating func changeBlock(
        _ collection: YAMLTree.NodeID, _ elements: [Element], _ new: Insertions
    ) throws(EditError) {
        for index in elements.indices where elements[index].isRemoved {
            try remove(index, of: elements, isFollowed: new.places.contains(index + 1))
        }
        if elements.allSatisfy(\.isRemoved), new.places.isEmpty, collection != tree.root,
            tree.kind(of: collection) == .mapping
        {
            throw EditError(.unsupported, "\(edit.file.path): a mapping loses its last key: remove all of it instead")
        }
        let column = text.column(of: range(of: collection).lowerBound)
        for place in new.places {
            let isSpaced =
                isSpaced(place, elements, isRoot: collection == tree.root)
                && !(place > 0 && place < elements.count && !isBlankLine(at: end(of: elements[place - 1], column)))
            let lines = lines(of: new, at: place, elements, isSpaced: isSpaced)
                .map { $0.isEmpty ? $0 : String(repeating: " ", count: column) + $0 }
            if place > 0 {
                try insert(lines, behind: elements[place - 1], column: column, isSpaced: isSpaced)
            } else if let first = elements.first {
                let start = startOfComments(above: first.range.lowerBound)
                let block = (isSpaced ? lines + [""] : lines).map { $0 + lineEnd }.joined()
                patches.append(.insert(block, at: start))
            }
        }
    }

    // MARK: Putting in

    /// The lines of what comes to a place, without the collection's indentation.
    private func lines(of new: Insertions, at place: Int, _ elements: [Element], isSpaced: Bool) -> [String] {
        let neighbour = elements[max(0, place - 1)]
        let style = style(of: neighbour)
        let gap = gap(behindDashOf: neighbour)
        let writer = writer(beside: neighbour)
        let parts =
            new.items(at: place).map { writer.lines(ofItem: $0, style: style, gap: gap) }
            + new.entries(at: place).map { writer.lines(of: $0) }
        return Array(parts.joined(separator: isSpaced ? [""] : []))
    }

    /// How a mapping in a list is written; nil for anything else.
    private func style(of item: Element) -> YAMLWriter.Style? {
        guard tree.kind(of: item.value) == .mapping else { return nil }
        return edit.isInBrackets(item.value) ? .flow : .block
    }

    /// How much further right an item's text stands than its dash.
    private func gap(behindDashOf item: Element) -> Int {
        let before = bytes[..<item.range.lowerBound].reversed().prefix { $0 == .space }.count
        let dash = item.range.lowerBound - before - 1
        guard dash >= 0, bytes[dash] == UInt8(ascii: "-"), (1...8).contains(before) else { return 2 }
        return before + 1
    }

    private mutating func insert(
        _ lines: [String], behind element: Element, column: Int, isSpaced: Bool
    ) throws(EditError) {
        let lines = isSpaced ? [""] + lines : lines
        let place = end(of: element, column)
        let endsLine = place > 0 && bytes[place - 1] == .lineFeed
        if !endsLine, let text = endingBlockScalar(of: element), !stripsLineEnd(text) {
            throw EditError(
                .unsupported, "\(edit.file.path) ends in the middle of a text: put a line feed behind it first")
        }
        let block =
            endsLine ? lines.map { $0 + lineEnd }.joined() : lines.map { lineEnd + $0 }.joined()
        patches.append(.insert(block, at: place))
    }

    /// Where an element ends with the comments below it, and the next one may begin.
    private func end(of element: Element, _ column: Int) -> Int {
        var place = nextLine(from: element.range.upperBound)
        if keepsBlankLines(element) { while isBlankLine(at: place) { place = nextLine(from: place) } }
        return endOfComments(below: place, column: column, passesBlankLines: false)
    }

    /// Where the comments end that stand below an element and are indented as its parts are: they belong to it.
    ///
    /// - Parameter passesBlankLines: whether comments below blank lines count.
    func endOfComments(below start: Int, column: Int, passesBlankLines: Bool) -> Int {
        var end = start
        var line = start
        while line < bytes.count {
            if let indentation = indentationOfComment(at: line), indentation > column {
                line = nextLine(from: line)
                end = line
            } else if passesBlankLines, isBlankLine(at: line) {
                line = nextLine(from: line)
            } else {
                break
            }
        }
        return end
    }

    /// Whether a blank line stands between what is new and its neighbour, as it does between others.
    private func isSpaced(_ place: Int, _ elements: [Element], isRoot: Bool) -> Bool {
        guard !keepsBlankLines(elements[max(0, place - 1)]) else { return false }
        guard elements.count > 1 else { return isRoot }
        let later = elements[max(1, place - 1)]
        guard !keepsBlankLines(elements[max(1, place - 1) - 1]) else { return false }
        return isBlankLine(above: startOfComments(above: later.range.lowerBound))
    }

    /// The text in lines of its own, after `|` or `>`, that an element ends with; nil if it ends with anything else.
    private func endingBlockScalar(of element: Element) -> YAMLTree.NodeID? {
        var node = element.value
        while let last = lastChild(of: node) { node = last }
        return isBlockScalar(node) ? node : nil
    }

    /// Whether blank lines behind a text in lines of its own are part of it.
    private func keepsBlankLines(_ scalar: YAMLTree.NodeID) -> Bool {
        bytes[range(of: scalar)].prefix { !$0.isWhite }.contains(UInt8(ascii: "+"))
    }

    private func stripsLineEnd(_ scalar: YAMLTree.NodeID) -> Bool {
        bytes[range(of: scalar)].prefix { !$0.isWhite }.contains(UInt8(ascii: "-"))
    }

    private func keepsBlankLines(_ element: Element) -> Bool {
        endingBlockScalar(of: element).map(keepsBlankLines) ?? false
    }

    private func lastChild(of node: YAMLTree.NodeID) -> YAMLTree.NodeID? {
        var last: YAMLTree.NodeID?
        for item in tree.items(of: node) { last = item }
        for entry in tree.entries(of: node) { last = entry.value }
        return last
    }

    // MARK: Taking out

    mutating func remove(_ index: Int, of elements: [Element], isFollowed: Bool) throws(EditError) {
        let dashOrKey = startOfElement(elements[index])
        guard beginsLine(dashOrKey) else {
            return try removeBehindDash(index, of: elements, isFollowed: isFollowed)
        }
        let own = linesWithComments(of: index, elements)
        var (start, end) = (own.lowerBound, own.upperBound)
        let isFirst = elements[..<index].allSatisfy(\.isRemoved)
        let isLast = elements[index...].allSatisfy(\.isRemoved)
        let isAllOfList = isFirst && isLast && elements[index].node == elements[index].value
        let above = elements[..<index].last { !$0.isRemoved }.flatMap(endingBlockScalar)
        if above != nil {
            // What is below would become part of the text above.
            end = endOfComments(below: end, column: text.column(of: dashOrKey), passesBlankLines: true)
        }
        if let above, keepsBlankLines(above) {
            while isBlankLine(at: end) { end = nextLine(from: end) }
        } else if isBlankLine(above: start),
            isFirst ? isAllOfList && (end == bytes.count || isBlankLine(at: end)) : isLast || isBlankLine(at: end)
        {
            start = text.lineStart(of: start - 1)
        } else if isFirst, !isLast, isBlankLine(at: end), !keepsBlankLines(elements[index]) {
            end = nextLine(from: end)
        }
        // A file that ends within a line still does, unless that would take the line feed from the text above.
        let needsLineFeed = above.map { !stripsLineEnd($0) } ?? false
        if end == bytes.count, bytes.last != .lineFeed, start > 0, !needsLineFeed {
            start = contentEnd(beforeLineAt: start)
        }
        patches.append(.delete(start..<end))
    }

    /// Where the line before one ends, its line end not counted.
    private func contentEnd(beforeLineAt start: Int) -> Int {
        start > 1 && bytes[start - 2] == .carriageReturn ? start - 2 : start - 1
    }

    /// Where an item's dash stands, or an entry's key.
    func startOfElement(_ element: Element) -> Int {
        guard element.node == element.value else { return element.range.lowerBound }
        var offset = element.range.lowerBound
        while let last = bytes[..<offset].lastIndex(where: { !$0.isWhite }) {
            if bytes[last] == UInt8(ascii: "-") { return last }
            // Comments may stand between the dash and the item, the first of them in the dash's own line.
            let start = text.lineStart(of: last)
            let line = bytes[start...last].drop(while: \.isBlank)
            if line.first == UInt8(ascii: "-"), line.dropFirst().drop(while: \.isBlank).first == UInt8(ascii: "#") {
                return line.startIndex
            }
            guard line.first == UInt8(ascii: "#") else { break }
            offset = start
        }
        return element.range.lowerBound
    }

    /// Takes out the first entry of a mapping that is an item of a list: the second one follows the dash then.
    private mutating func removeBehindDash(
        _ index: Int, of elements: [Element], isFollowed: Bool
    ) throws(EditError) {
        let range = elements[index].range
        let start = text.lineStart(of: range.lowerBound)
        let isBehindDash = bytes[start..<range.lowerBound].allSatisfy { $0.isBlank || $0 == UInt8(ascii: "-") }
        guard isBehindDash, index == 0, elements.count > 1, elements[0].node != elements[0].value else {
            throw EditError(
                .unsupported,
                "\(edit.file.path) has something else in the line of what is to be removed: `ipam fmt` it first")
        }
        let next = elements[1].range.lowerBound
        if !isFollowed, !elements[1].isRemoved, bytes[range.upperBound..<next].allSatisfy(\.isWhite) {
            patches.append(.delete(range.lowerBound..<next))
        } else {
            let blanks = bytes[..<range.lowerBound].reversed().prefix { $0.isBlank }.count
            patches.append(.delete(range.lowerBound - blanks..<contentEnd(ofLineWith: range.upperBound)))
        }
    }
}
