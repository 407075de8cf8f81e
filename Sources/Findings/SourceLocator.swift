import Addressing

/// Turns spans into locations, reading each file's line breaks once.
package struct SourceLocator: Sendable {
    private let sources: SourceFiles
    private var ledgers: [UInt32: PositionLedger] = [:]

    /// Makes a locator for one inventory's files.
    package init(_ sources: SourceFiles) {
        self.sources = sources
    }

    /// The location of a span.
    package mutating func location(of span: SourceSpan) -> SourceLocation {
        let file = sources[span]
        let ledger = ledgers[span.file] ?? PositionLedger(file.bytes)
        ledgers[span.file] = ledger
        let start = ledger.position(of: Int(span.start))
        let end = ledger.position(of: Int(span.end))
        return SourceLocation(
            path: file.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column
        )
    }
}

/// How many lines and scalars stand before each block of a file.
///
/// With the blocks a place takes as long in a file or on a line of megabytes as in a short one.
private struct PositionLedger: Sendable {
    /// What stands before a block.
    fileprivate struct Mark {
        var scalars = 0
        var lines = 0
        /// Where the line begins that the block begins in.
        var lineStart = 0
    }

    private static let blockSize = 1 << 9

    private let bytes: [UInt8]
    private var marks: [Mark] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let bytes = bytes.span
        var mark = Mark()
        marks.reserveCapacity(bytes.count / Self.blockSize + 1)
        for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
            marks.append(mark)
            mark.pass(bytes.extracting(start..<min(start + Self.blockSize, bytes.count)), from: start)
        }
        marks.append(mark)
    }

    func position(of offset: Int) -> (line: Int, column: Int) {
        let here = mark(at: min(offset, bytes.count))
        return (here.lines + 1, here.scalars - mark(at: here.lineStart).scalars + 1)
    }

    private func mark(at offset: Int) -> Mark {
        let block = offset / Self.blockSize
        var mark = marks[block]
        mark.pass(bytes.span.extracting(block * Self.blockSize..<offset), from: block * Self.blockSize)
        return mark
    }
}

extension PositionLedger.Mark {
    /// Moves on over bytes of one block that begin at an offset.
    mutating func pass(_ bytes: Span<UInt8>, from start: Int) {
        // Small counters, which a block cannot overflow, and a loop whose end proves every index right: so the compiler
        // takes many bytes at once, which makes it ten times as fast.
        var (begun, ended): (UInt16, UInt16) = (0, 0)
        var offset = 0
        while offset < bytes.count {
            begun &+= bytes[offset].beginsScalar ? 1 : 0
            ended &+= bytes[offset] == UInt8(ascii: "\n") ? 1 : 0
            offset &+= 1
        }
        scalars += Int(begun)
        lines += Int(ended)
        for offset in bytes.indices.reversed() where bytes[offset] == UInt8(ascii: "\n") {
            lineStart = start + offset + 1
            break
        }
    }
}

extension UInt8 {
    /// Whether it begins a scalar in UTF-8, as all bytes do but those that begin with the bits 10.
    fileprivate var beginsScalar: Bool { self & 0xc0 != 0x80 }
}
