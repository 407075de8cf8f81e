/// A stretch of bytes in one source file, as compact as a large inventory needs it to be.
///
/// Line and column are worked out only for what is printed; see ``SourceLocator``.
package struct SourceSpan: Hashable, Comparable, Sendable {
    /// The file's place in its ``SourceFiles``.
    package let file: UInt32
    /// The offset of the first byte.
    package let start: UInt32
    /// The offset behind the last byte.
    package let end: UInt32

    /// Makes a span from byte offsets.
    package init(file: UInt32, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = end
    }

    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }
}
