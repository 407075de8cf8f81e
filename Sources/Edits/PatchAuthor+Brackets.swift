import Findings
import Formatting
import YAMLSyntax

// Collections in brackets, on one line or over several.
extension PatchAuthor {
    /// Takes items or entries out of brackets and puts others into them.
    ///
    /// - Throws: ``EditError`` if what comes has comments.
    mutating func changeBrackets(
        _ collection: YAMLTree.NodeID, _ elements: [Element], _ new: Insertions
    ) throws(EditError) {
        guard !new.places.contains(where: { new.items(at: $0).contains(where: \.hasComments) }) else {
            throw EditError(
                .unsupported,
                "\(edit.file.path) has a list in brackets, where the comments of what moves have no place: "
                    + "write it with dashes first")
        }
        let inner = range(of: collection).lowerBound + 1..<range(of: collection).upperBound - 1
        guard elements.contains(where: { !$0.isRemoved }) else {
            empty(inner, of: elements)
            let all = new.places.flatMap { parts(of: new, at: $0) }.joined(separator: ", ")
            let isTight = elements.isEmpty && bytes[inner.lowerBound...].first == UInt8(ascii: "#")
            if !all.isEmpty { patches.append(.insert(all + (isTight ? " " : ""), at: inner.lowerBound)) }
            return
        }
        for index in elements.indices where elements[index].isRemoved {
            takeOut(index, of: elements, inner, isFollowed: !new.places.isEmpty)
        }
        for place in new.places {
            let parts = parts(of: new, at: place)
            if let index = elements[..<place].lastIndex(where: { !$0.isRemoved }) {
                put(parts, behind: index, of: elements, inner)
            } else if let first = elements.first(where: { !$0.isRemoved }) {
                put(parts, before: first, inner)
            }
        }
    }

    private func parts(of new: Insertions, at place: Int) -> [String] {
        new.items(at: place).map(writer.inline) + new.entries(at: place).map { writer.inline($0) }
    }

    // MARK: Putting in

    private mutating func put(_ parts: [String], behind index: Int, of elements: [Element], _ inner: Range<Int>) {
        let element = elements[index]
        let end = element.range.upperBound
        let behind = index + 1 < elements.count ? elements[index + 1].range.lowerBound : inner.upperBound
        let comma = comma(behind: end, in: inner)
        let lineFeed = lineFeed(from: end)
        let isOnOwnLine = beginsLine(element.range.lowerBound) && lineFeed < behind
        let indentation = bytes[text.lineStart(of: element.range.lowerBound)..<element.range.lowerBound]
        let margin = String(decoding: indentation, as: UTF8.self)
        switch comma {
        case let comma? where isOnOwnLine && comma < lineFeed:
            let lines = parts.map { "\(margin)\($0),\(lineEnd)" }.joined()
            patches.append(.insert(lines, at: nextLine(from: end)))
        case nil where isOnOwnLine:
            patches.append(.insert(",", at: end))
            let lines = parts.map { lineEnd + margin + $0 }.joined(separator: ",")
            patches.append(.insert(lines, at: contentEnd(ofLineWith: end)))
        default:
            patches.append(.insert(parts.map { ", " + $0 }.joined(), at: end))
        }
    }

    private mutating func put(_ parts: [String], before element: Element, _ inner: Range<Int>) {
        let start = element.range.lowerBound
        if beginsLine(start), lineFeed(from: element.range.upperBound) < inner.upperBound {
            let line = text.lineStart(of: start)
            let margin = String(decoding: bytes[line..<start], as: UTF8.self)
            patches.append(.insert(parts.map { "\(margin)\($0),\(lineEnd)" }.joined(), at: line))
        } else {
            patches.append(.insert(parts.map { $0 + ", " }.joined(), at: start))
        }
    }

    /// The comma that follows an element, behind blanks, line ends and comments; nil if none does.
    private func comma(behind offset: Int, in inner: Range<Int>) -> Int? {
        var offset = offset
        while offset < inner.upperBound {
            switch bytes[offset] {
            case UInt8(ascii: ","): return offset
            case UInt8(ascii: "#"): offset = lineFeed(from: offset)
            case let byte where byte.isWhite: offset += 1
            default: return nil
            }
        }
        return nil
    }

    // MARK: Taking out

    private mutating func takeOut(
        _ index: Int, of elements: [Element], _ inner: Range<Int>, isFollowed: Bool
    ) {
        let range = elements[index].range
        let comma = comma(behind: range.upperBound, in: inner)
        let isLast = elements[index...].allSatisfy(\.isRemoved)
        if standsAlone(index, of: elements, inner) {
            patches.append(.delete(linesWithComments(of: index, elements)))
            if isLast, !isFollowed, self.comma(behindLastOf: elements, in: inner) == nil {
                takeOutComma(behindLastKeptOf: elements[..<index], inner)
            }
        } else if let comma, !isLast {
            takeOut(range.lowerBound, through: comma)
        } else {
            takeOutLast(index, of: elements, inner)
        }
    }

    /// Whether an element and its comma have lines of their own.
    func standsAlone(_ index: Int, of elements: [Element], _ inner: Range<Int>) -> Bool {
        let range = elements[index].range
        let next = index + 1 < elements.count ? elements[index + 1].range.lowerBound : inner.upperBound
        let lineFeed = lineFeed(from: range.upperBound)
        return beginsLine(range.lowerBound) && lineFeed < next
            && comma(behind: range.upperBound, in: inner).map { $0 < lineFeed } ?? true
    }

    private func comma(behindLastOf elements: [Element], in inner: Range<Int>) -> Int? {
        elements.last.flatMap { comma(behind: $0.range.upperBound, in: inner) }
    }

    /// Deletes an element with the comma behind it and the blanks that follow that.
    private mutating func takeOut(_ start: Int, through comma: Int) {
        let end = comma + 1 + bytes[(comma + 1)...].prefix { $0.isBlank }.count
        let endsLine = end < bytes.count && bytes[end].isWhite
        patches.append(.delete((endsLine ? start - blanks(before: start) : start)..<end))
    }

    private func blanks(before offset: Int) -> Int { bytes[..<offset].reversed().prefix { $0.isBlank }.count }

    /// Deletes an element behind which none stays, with the comma before it.
    private mutating func takeOutLast(_ index: Int, of elements: [Element], _ inner: Range<Int>) {
        let range = elements[index].range
        let previous = elements[index - 1].range.upperBound
        if bytes[previous..<range.lowerBound].allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ",") }) {
            patches.append(.delete(previous..<range.upperBound))
        } else {
            patches.append(.delete(range.lowerBound - blanks(before: range.lowerBound)..<range.upperBound))
            if let comma = comma(behind: previous, in: inner) { patches.append(.delete(comma..<comma + 1)) }
        }
    }

    private mutating func takeOutComma(behindLastKeptOf elements: ArraySlice<Element>, _ inner: Range<Int>) {
        guard let kept = elements.last(where: { !$0.isRemoved }),
            let comma = comma(behind: kept.range.upperBound, in: inner)
        else { return }
        patches.append(.delete(comma..<comma + 1))
    }

    /// Takes everything out of brackets but comments.
    private mutating func empty(_ inner: Range<Int>, of elements: [Element]) {
        guard text.breaksLine(inner) else { return patches.append(.delete(inner)) }
        for element in elements {
            let comma = comma(behind: element.range.upperBound, in: inner)
            patches.append(.delete(element.range))
            if let comma { patches.append(.delete(comma..<comma + 1)) }
        }
    }
}
