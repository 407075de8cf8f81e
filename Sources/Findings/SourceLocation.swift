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

    /// The same place in a file that has another path.
    func renamed(_ newPath: (String) -> String) -> SourceLocation {
        SourceLocation(path: newPath(path), line: line, column: column, endLine: endLine, endColumn: endColumn)
    }

    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.path != right.path { return left.path < right.path }
        return (left.line, left.column, left.endLine, left.endColumn)
            < (right.line, right.column, right.endLine, right.endColumn)
    }
}
