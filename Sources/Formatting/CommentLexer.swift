/// Finds the comments of a file: what begins with `#` outside of scalars.
struct CommentLexer {
    private let text: SourceText
    private var comments: [Comment] = []

    /// The comments of a file whose scalars stand at the given places, both in the order of the text.
    static func comments(in text: SourceText, outside scalars: [Range<Int>]) -> [Comment] {
        var lexer = CommentLexer(text)
        var start = 0
        for scalar in scalars {
            lexer.read(start..<max(start, scalar.lowerBound))
            start = max(start, scalar.upperBound)
        }
        lexer.read(start..<text.bytes.count)
        return lexer.comments
    }

    private init(_ text: SourceText) {
        self.text = text
    }

    /// Reads what stands between two scalars.
    private mutating func read(_ gap: Range<Int>) {
        var index = gap.lowerBound
        while index < gap.upperBound {
            guard beginsComment(at: index) else {
                index += 1
                continue
            }
            let end = text.bytes[index..<gap.upperBound].firstIndex(of: .lineFeed) ?? gap.upperBound
            add(index..<end)
            index = end
        }
    }

    private func beginsComment(at index: Int) -> Bool {
        if text.bytes[index] == UInt8(ascii: "#") { return true }
        // A document marker; what may stand behind it in its line is a comment or a bracket.
        let isAtStart = index == 0 || text.bytes[index - 1] == .lineFeed
        let marker = text.bytes[index...].prefix(3)
        return isAtStart && (marker.elementsEqual("---".utf8) || marker.elementsEqual("...".utf8))
    }

    private mutating func add(_ range: Range<Int>) {
        var end = range.upperBound
        if text.bytes[range.lowerBound] != UInt8(ascii: "#") {
            // Only a comment belongs to a marker's line: a bracket begins the document.
            let rest = text.bytes[(range.lowerBound + 3)..<range.upperBound].trimmedAtStart
            if rest.first != UInt8(ascii: "#") { end = range.lowerBound + 3 }
        }
        let start = text.lineStart(of: range.lowerBound)
        comments.append(
            Comment(
                text: Array(text.bytes[range.lowerBound..<end].trimmedAtEnd),
                offset: range.lowerBound,
                column: range.lowerBound - start,
                isOnOwnLine: text.bytes[start..<range.lowerBound].allSatisfy(\.isBlank),
                followsBlankLine: text.followsBlankLine(range.lowerBound)
            ))
    }
}
