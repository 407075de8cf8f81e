import Formatting
import YAMLSyntax

// What goes out of brackets: elements, the commas that are too many then, their comments, and lines left empty.
extension PatchAuthor {
    /// What stands between brackets, comments apart.
    private struct Tokens {
        /// Elements and commas that go, in the order of the file.
        var removed: [Range<Int>] = []
        /// Elements and commas that stay.
        var kept: [Range<Int>] = []
        /// The elements that stay.
        var keptElements: [Range<Int>] = []
        /// Whether the comma behind the last element goes where commas begin lines, and one behind the last that stays has
        /// to take its place.
        var losesLastComma = false
    }

    /// Deletes the elements that go.
    ///
    /// - Parameter isFollowed: whether others come, which may need the comma behind the last that stays.
    mutating func takeOut(of elements: [Element], _ inner: Range<Int>, isFollowed: Bool) {
        guard elements.contains(where: \.isRemoved) else { return }
        let tokens = tokens(elements, inner, isFollowed: isFollowed)
        if let last = tokens.keptElements.last, tokens.losesLastComma, !isFollowed {
            patches.append(.insert(",", at: last.upperBound))
        }
        var deletions: [Range<Int>] = []
        var rest: [Range<Int>] = []
        for block in tokens.removed.grouped(while: { nextLine(from: $0.upperBound) > $1.lowerBound }) {
            if let lines = wholeLines(block.span, tokens, elements, inner) {
                deletions.append(lines)
            } else {
                rest += block
            }
        }
        deletions += rest.grouped { bytes[$0.upperBound..<$1.lowerBound].allSatisfy(\.isWhite) }
            .map { part(of: $0.span, tokens) }
        deletions.sort { $0.lowerBound < $1.lowerBound }
        let isEmpty = tokens.kept.isEmpty && isWhite(inner, but: deletions)
        patches += isEmpty ? [.delete(inner)] : deletions.map(TextPatch.delete)
    }

    /// Whether nothing but blanks and line ends is left of a range.
    private func isWhite(_ range: Range<Int>, but deletions: [Range<Int>]) -> Bool {
        var start = range.lowerBound
        for deletion in deletions where deletion.lowerBound >= start {
            guard bytes[start..<deletion.lowerBound].allSatisfy(\.isWhite) else { return false }
            start = deletion.upperBound
        }
        return start >= range.upperBound || bytes[start..<range.upperBound].allSatisfy(\.isWhite)
    }

    // MARK: Commas

    /// Sorts elements and commas into those that go and those that stay.
    private func tokens(_ elements: [Element], _ inner: Range<Int>, isFollowed: Bool) -> Tokens {
        let commas = elements.map { comma(behind: $0.range.upperBound, in: inner) }
        let going = removedCommas(commas, elements, isFollowed: isFollowed)
        var tokens = Tokens()
        let isLastGoing = commas.last != .some(nil) && elements.last?.isRemoved == true
        tokens.losesLastComma = isLastGoing && beginLines(commas)
        for (index, element) in elements.enumerated() {
            if element.isRemoved {
                tokens.removed.append(element.range)
            } else {
                tokens.kept.append(element.range)
                tokens.keptElements.append(element.range)
            }
            guard let comma = commas[index] else { continue }
            if going.contains(index) {
                tokens.removed.append(comma..<comma + 1)
            } else {
                tokens.kept.append(comma..<comma + 1)
            }
        }
        return tokens
    }

    /// Which commas go, by the number of the element that each stands behind: one stays between two that stay.
    private func removedCommas(_ commas: [Int?], _ elements: [Element], isFollowed: Bool) -> Set<Int> {
        let removed = Set(elements.indices.filter { elements[$0].isRemoved })
        let kept = elements.indices.filter { !elements[$0].isRemoved }
        guard let first = kept.first, let last = kept.last else { return removed }
        if beginLines(commas) {
            // Each belongs to the element behind it, and the first element has none.
            return Set(removed.map { $0 - 1 } + [first - 1]).union(removed.intersection([elements.count - 1]))
        }
        let isOpen = commas.last == .some(nil) && !(isFollowed && beginsLine(elements[last].range.lowerBound))
        return isOpen ? removed.union([last]) : removed
    }

    /// Whether commas begin lines, but for one behind the last element.
    private func beginLines(_ commas: [Int?]) -> Bool {
        commas.dropLast().contains { $0.map(beginsLine) ?? false }
    }

    // MARK: Lines

    /// The lines of what goes, with the comments that belong to it; nil if something else stands in them.
    private func wholeLines(
        _ block: Range<Int>, _ tokens: Tokens, _ elements: [Element], _ inner: Range<Int>
    ) -> Range<Int>? {
        let lines = text.lineStart(of: block.lowerBound)..<nextLine(from: block.upperBound)
        guard lines.lowerBound >= inner.lowerBound, lines.upperBound <= inner.upperBound,
            !tokens.kept.contains(where: lines.overlaps)
        else { return nil }
        let previous = elements.last { $0.range.upperBound <= block.lowerBound }
        let first = elements.first { $0.range.lowerBound >= block.lowerBound }?.range.lowerBound
        return linesWithComments(
            block, behind: previous?.range.upperBound, column: text.column(of: first ?? block.lowerBound))
    }

    /// What goes of lines in which something stays: with it the blanks on one side, and a comment that stands behind
    /// nothing else.
    private func part(of run: Range<Int>, _ tokens: Tokens) -> Range<Int> {
        let line = text.lineStart(of: run.lowerBound)..<nextLine(from: run.upperBound)
        var (start, end) = (run.lowerBound, run.upperBound)
        let comment = end + blanks(behind: end)
        if bytes[comment...].first == UInt8(ascii: "#"), !tokens.keptElements.contains(where: line.overlaps) {
            end = contentEnd(ofLineWith: end)
        }
        let previous = tokens.kept.last { $0.upperBound <= start }?.upperBound
        let next = tokens.kept.first { $0.lowerBound >= end }?.lowerBound
        if previous == nil, let next, bytes[end..<next].allSatisfy(\.isWhite) {
            // What follows takes the place of the first, and the bracket that of the last.
            end = next
        } else if next == nil, let previous, bytes[previous..<start].allSatisfy(\.isWhite) {
            start = previous
        } else if !beginsLine(start), next.map({ text.breaksLine(end..<$0) }) ?? true {
            start -= bytes[..<start].reversed().prefix { $0.isBlank }.count
        } else {
            end += blanks(behind: end)
        }
        return start..<end
    }

    func blanks(behind offset: Int) -> Int { bytes[offset...].prefix { $0.isBlank }.count }
}

extension [Range<Int>] {
    /// From the beginning of the first to the end of the last.
    fileprivate var span: Range<Int> { (first?.lowerBound ?? 0)..<(last?.upperBound ?? 0) }

    /// Ascending ranges, each with those of its neighbours that belong to it.
    fileprivate func grouped(while isJoined: (Range<Int>, Range<Int>) -> Bool) -> [[Range<Int>]] {
        reduce(into: []) { groups, range in
            if let last = groups.last?.last, isJoined(last, range) {
                groups[groups.count - 1].append(range)
            } else {
                groups.append([range])
            }
        }
    }
}
