import Formatting
import YAMLSyntax

// Questions about the lines of a file.
extension PatchAuthor {
    /// Where the line of an offset ends, its line feed not counted; the end of the file for the last one.
    func lineFeed(from offset: Int) -> Int {
        bytes[offset...].firstIndex(of: .lineFeed) ?? bytes.count
    }

    /// Where the next line begins; the end of the file behind the last one.
    func nextLine(from offset: Int) -> Int { min(lineFeed(from: offset) + 1, bytes.count) }

    /// Where the line of an offset ends, its line end not counted.
    func contentEnd(ofLineWith offset: Int) -> Int {
        let end = lineFeed(from: offset)
        return end > offset && bytes[end - 1] == .carriageReturn ? end - 1 : end
    }

    /// Whether nothing but blanks stands before an offset in its line.
    func beginsLine(_ offset: Int) -> Bool {
        bytes[text.lineStart(of: offset)..<offset].allSatisfy(\.isBlank)
    }

    /// Whether a line, given by its first offset, holds nothing; what lies behind the end of the file is no line.
    func isBlankLine(at start: Int) -> Bool {
        start < bytes.count && bytes[start..<lineFeed(from: start)].allSatisfy(\.isWhite)
    }

    /// How far the comment that is alone in a line is indented; nil if the line holds anything else.
    func indentationOfComment(at start: Int) -> Int? {
        let indentation = bytes[start...].prefix { $0.isBlank }.count
        return bytes[(start + indentation)...].first == UInt8(ascii: "#") ? indentation : nil
    }

    /// Where the comments begin that stand right above the line of an offset.
    func startOfComments(above offset: Int) -> Int {
        var start = text.lineStart(of: offset)
        while start > 0 {
            let above = text.lineStart(of: start - 1)
            guard indentationOfComment(at: above) != nil else { break }
            start = above
        }
        return start
    }

    /// The lines of an element that has lines of its own, with the comment lines that belong to it: those right above
    /// it, but for those with which a file or list begins; and those right below it that are indented further.
    func linesWithComments(of index: Int, _ elements: [Element]) -> Range<Int> {
        linesWithComments(
            startOfElement(elements[index])..<elements[index].range.upperBound,
            behind: index > 0 ? elements[index - 1].range.upperBound : nil,
            column: text.column(of: startOfElement(elements[index])))
    }

    /// The lines of a range with the comment lines that belong to it.
    ///
    /// - Parameters:
    ///   - previous: where the element before it ends; nil if it is the first.
    ///   - column: how far an element is indented.
    func linesWithComments(_ range: Range<Int>, behind previous: Int?, column: Int) -> Range<Int> {
        let line = text.lineStart(of: range.lowerBound)
        let end = endOfComments(below: nextLine(from: range.upperBound), column: column, passesBlankLines: false)
        let above = startOfComments(above: line)
        guard above < line else { return line..<end }
        guard let previous else { return (isBlankLine(above: above) ? above : line)..<end }
        let before = nextLine(from: previous)
        return max(above, min(line, endOfComments(below: before, column: column, passesBlankLines: false)))..<end
    }

    /// Whether the line above a line is blank.
    func isBlankLine(above start: Int) -> Bool {
        start > 0 && isBlankLine(at: text.lineStart(of: start - 1))
    }
}
