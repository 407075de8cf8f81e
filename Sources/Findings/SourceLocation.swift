/// A place in a file as people and editors name it.
///
/// Lines and columns are 1-based, columns count Unicode scalars, and the end is exclusive.
package struct SourceLocation: Hashable, Comparable, Sendable {
    /// The path relative to the working directory.
    package let path: String
    /// The first line.
    package let line: Int
    /// The first column.
    package let column: Int
    /// The last line.
    package let endLine: Int
    /// The column behind the last character.
    package let endColumn: Int

    /// Makes a location from its parts.
    package init(path: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.path != right.path { return left.path < right.path }
        return (left.line, left.column, left.endLine, left.endColumn)
            < (right.line, right.column, right.endLine, right.endColumn)
    }
}

/// Turns spans into locations, reading each file's line breaks once.
package struct SourceLocator: Sendable {
    private let sources: SourceFiles
    private var lineStarts: [UInt32: [Int]] = [:]

    /// Makes a locator for one inventory's files.
    package init(_ sources: SourceFiles) {
        self.sources = sources
    }

    /// The location of a span.
    package mutating func location(of span: SourceSpan) -> SourceLocation {
        let file = sources[span]
        let starts = lineStarts[span.file] ?? Self.lineStarts(of: file.bytes)
        lineStarts[span.file] = starts
        let start = Self.position(of: Int(span.start), in: file.bytes, starts)
        let end = Self.position(of: Int(span.end), in: file.bytes, starts)
        return SourceLocation(
            path: file.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column
        )
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    private static func position(of offset: Int, in bytes: [UInt8], _ starts: [Int]) -> (line: Int, column: Int) {
        let offset = min(offset, bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        // A UTF-8 continuation byte begins with the bits 10; all others begin a scalar.
        let column = bytes[starts[low]..<offset].reduce(1) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
        return (low + 1, column)
    }
}
