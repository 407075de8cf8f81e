/// A stretch of bytes in one source file, as compact as a large inventory needs it to be.
///
/// Line and column are worked out only for what is printed; see ``SourceLocator``.
public struct SourceSpan: Hashable, Comparable, Sendable {
    /// The file's place in its ``SourceFiles``.
    public let file: UInt32
    /// The offset of the first byte.
    public let start: UInt32
    /// The offset behind the last byte.
    public let end: UInt32

    /// Makes a span from byte offsets.
    @inlinable
    public init(file: UInt32, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// By file, then by beginning, then by end.
    public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }
}
