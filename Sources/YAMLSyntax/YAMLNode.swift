/// One node in 16 bytes; a large inventory has millions of them.
///
/// Nodes lie in document order, a collection right before its children, so that the first child needs no link and
/// the next sibling of a node is the one behind its last descendant. All numbers are far below 2^29, as a file has
/// 8 MiB at most, so none is cut off.
@usableFromInline
struct YAMLNode: Sendable, BitwiseCopyable {
    /// The offset of the first byte in the file.
    @usableFromInline var start: UInt32
    /// The offset behind the last byte in the file.
    @usableFromInline var end: UInt32
    /// Of a scalar, the offset of its decoded bytes; of a collection, the index behind its last descendant.
    @usableFromInline var link: UInt32
    /// Two bits of kind, one bit that says where decoded bytes lie, and 29 bits of length or count.
    @usableFromInline var packed: UInt32

    /// A scalar whose decoded bytes lie at `text`, in the file itself or in the tree's side buffer.
    init(scalar kind: YAMLTree.Kind, span: Range<Int>, text: Range<Int>, isAside: Bool) {
        start = UInt32(truncatingIfNeeded: span.lowerBound)
        end = UInt32(truncatingIfNeeded: span.upperBound)
        link = UInt32(truncatingIfNeeded: text.lowerBound)
        packed = UInt32(kind.rawValue) << 30 | (isAside ? 1 << 29 : 0) | UInt32(truncatingIfNeeded: text.count)
    }

    /// A collection that begins at `start` and is still open.
    init(collection kind: YAMLTree.Kind, start: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        end = self.start
        link = 0
        packed = UInt32(kind.rawValue) << 30
    }

    /// Ends a collection of `count` items or entries.
    mutating func close(end: Int, next: Int, count: Int) {
        self.end = UInt32(truncatingIfNeeded: end)
        link = UInt32(truncatingIfNeeded: next)
        packed |= UInt32(truncatingIfNeeded: count)
    }

    @inlinable var kind: YAMLTree.Kind {
        switch packed >> 30 {
        case 0: .plain
        case 1: .quoted
        case 2: .mapping
        default: .sequence
        }
    }

    @usableFromInline var isScalar: Bool { packed >> 31 == 0 }

    /// Whether the decoded bytes lie in the side buffer because they differ from the file's.
    @usableFromInline var isAside: Bool { packed >> 29 & 1 == 1 }

    /// The length of the decoded bytes, or the number of items or entries.
    @usableFromInline var count: Int { Int(packed & 0x1fff_ffff) }

    /// The index behind a node and all that it holds, the node being the one at `index`.
    func index(behind index: Int) -> Int { isScalar ? index + 1 : Int(link) }

    /// Where the decoded bytes of a scalar lie; empty for a collection.
    @usableFromInline var text: Range<Int> { isScalar ? Int(link)..<Int(link) + count : 0..<0 }
}
