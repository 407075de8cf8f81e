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
        takeOut(of: elements, inner, isFollowed: !new.places.isEmpty)
        guard elements.contains(where: { !$0.isRemoved }) else {
            return putFirst(new.places.flatMap { parts(of: new, at: $0, elements) }, elements, inner)
        }
        for place in new.places {
            let parts = parts(of: new, at: place, elements)
            if let index = elements[..<place].lastIndex(where: { !$0.isRemoved }) {
                put(parts, behind: index, of: elements, inner)
            } else if let first = elements.first(where: { !$0.isRemoved }) {
                put(parts, before: first, inner)
            }
        }
    }

    private func parts(of new: Insertions, at place: Int, _ elements: [Element]) -> [String] {
        let neighbour = elements.isEmpty ? nil : elements[max(0, place - 1)]
        let writer = neighbour.map(writer(beside:)) ?? writer
        return new.items(at: place).map { writer.inline($0) } + new.entries(at: place).map { writer.inline($0) }
    }

    // MARK: Putting in

    private mutating func putFirst(_ parts: [String], _ elements: [Element], _ inner: Range<Int>) {
        guard !parts.isEmpty else { return }
        let all = parts.joined(separator: ", ")
        let comment = inner.lowerBound + blanks(behind: inner.lowerBound)
        guard elements.isEmpty, bytes[comment...].first == UInt8(ascii: "#") else {
            return patches.append(.insert(all, at: inner.lowerBound))
        }
        // Before a comment that stands beside the bracket, it would be what the comment is about, and take it away again.
        let margin = margin(of: inner.lowerBound).prefix { $0 == " " || $0 == "-" }.map { _ in " " }.joined()
        patches.append(.insert("\(margin)  \(all)\(lineEnd)", at: nextLine(from: comment)))
    }

    private mutating func put(_ parts: [String], behind index: Int, of elements: [Element], _ inner: Range<Int>) {
        let element = elements[index]
        let end = element.range.upperBound
        let behind = index + 1 < elements.count ? elements[index + 1].range.lowerBound : inner.upperBound
        let comma = comma(behind: end, in: inner)
        let lineFeed = lineFeed(from: end)
        let endsLine = lineFeed < behind
        let isOnOwnLine = beginsLine(element.range.lowerBound) && endsLine
        if endsLine, let head = headWithComma(near: index, of: elements, inner) {
            let lines = parts.map { lineEnd + head + $0 }.joined()
            guard let comma, comma < lineFeed else {
                return patches.append(.insert(lines, at: contentEnd(ofLineWith: end)))
            }
            // A comma at the end of the line belongs behind what comes.
            patches.append(.delete(comma..<comma + 1))
            return patches.append(.insert(lines + ",", at: contentEnd(ofLineWith: end)))
        }
        let margin = margin(of: element.range.lowerBound)
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

    /// What an element's line begins with where commas begin lines: the comma, and the blanks around it.
    private func headWithComma(near index: Int, of elements: [Element], _ inner: Range<Int>) -> String? {
        for next in [index, index + 1] where next > 0 && next < elements.count {
            let start = elements[next].range.lowerBound
            guard let comma = comma(behind: elements[next - 1].range.upperBound, in: inner), beginsLine(comma),
                bytes[(comma + 1)..<start].allSatisfy(\.isBlank)
            else { continue }
            return margin(of: start)
        }
        return nil
    }

    /// What stands before an offset in its line.
    private func margin(of offset: Int) -> String {
        String(decoding: bytes[text.lineStart(of: offset)..<offset], as: UTF8.self)
    }

    private mutating func put(_ parts: [String], before element: Element, _ inner: Range<Int>) {
        let start = element.range.lowerBound
        if beginsLine(start), lineFeed(from: element.range.upperBound) < inner.upperBound {
            let lines = parts.map { "\(margin(of: start))\($0),\(lineEnd)" }.joined()
            patches.append(.insert(lines, at: text.lineStart(of: start)))
        } else {
            patches.append(.insert(parts.map { $0 + ", " }.joined(), at: start))
        }
    }

    /// The comma that follows an element, behind blanks, line ends and comments; nil if none does.
    func comma(behind offset: Int, in inner: Range<Int>) -> Int? {
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
}
