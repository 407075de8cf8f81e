/// A scalar that begins with `|` or `>`: its lines, without the indentation that they share.
struct BlockScalar: Sendable {
    /// The line with the indicators and perhaps a comment.
    let header: ArraySlice<UInt8>
    /// The lines of the text; all that counts in them.
    let lines: [ArraySlice<UInt8>]
    /// How far the text is indented, if the header says so.
    let indentation: Int?
    /// How many lines are blank behind the text, if they belong to it.
    let blankLinesBehind: Int?
    /// Whether the file ends with it in the middle of a line, which then counts.
    let endsFile: Bool

    /// Takes apart the scalar at `span`, which ends with the last character of its text.
    ///
    /// - Parameter parent: the column of the collection that it stands in.
    init(_ text: SourceText, span: Range<Int>, parent: Int) {
        let bytes = text.bytes
        let headerEnd = bytes[span].firstIndex(of: .lineFeed) ?? span.upperBound
        header = bytes[span.lowerBound..<headerEnd].trimmedAtEnd
        let indicators = header.prefix { !$0.isBlank }
        indentation = indicators.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
            .map { Int($0 - UInt8(ascii: "0")) }
        let keepsAll = indicators.contains(UInt8(ascii: "+"))

        // Blanks at the end of the last line are text as well.
        let textEnd = bytes[span.upperBound...].firstIndex(of: .lineFeed) ?? bytes.count
        var lines = headerEnd < span.upperBound ? SourceText.lines(bytes[headerEnd + 1..<textEnd]) : []
        let first = lines.first { !$0.allSatisfy(\.isBlank) }
        let own = indentation.map { max(parent, 0) + $0 } ?? first?.prefix { $0 == .space }.count ?? .max
        // Lines of spaces behind the text belong to it as far as they are longer than its indentation.
        let blank = Self.blankLines(text, behind: span.upperBound)
        let longer = blank.lastIndex { $0.count > own }.map { $0 + 1 } ?? blank.startIndex
        lines += blank[..<longer]
        self.lines = lines.map { line in
            line.allSatisfy(\.isBlank) && line.count <= own ? [] : line.dropFirst(min(own, line.count))
        }
        blankLinesBehind = keepsAll ? blank[longer...].count : nil
        endsFile = !indicators.contains(UInt8(ascii: "-")) && !bytes[span.upperBound...].contains(.lineFeed)
    }

    /// The blank lines that follow the line of an offset.
    private static func blankLines(_ text: SourceText, behind offset: Int) -> [ArraySlice<UInt8>] {
        var blank: [ArraySlice<UInt8>] = []
        var end = text.bytes[offset...].firstIndex(of: .lineFeed) ?? text.bytes.count
        while end + 1 < text.bytes.count {
            let start = end + 1
            end = text.bytes[start...].firstIndex(of: .lineFeed) ?? text.bytes.count
            guard text.bytes[start..<end].allSatisfy(\.isWhite) else { break }
            blank += SourceText.lines(text.bytes[start..<end])
        }
        return blank
    }
}
