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

/// Where the lines of a file begin, and how many scalars stand before each of its blocks.
///
/// With the blocks a column takes as long on a line of megabytes as on a short one.
private struct PositionLedger: Sendable {
    private static let blockSize = 1 << 10

    private let bytes: [UInt8]
    private var lineStarts = [0]
    private var scalarsBeforeBlock: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { scalarsBeforeBlock.append(scalars) }
            if byte.beginsScalar { scalars += 1 }
            if byte == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
        }
        scalarsBeforeBlock.append(scalars)
    }

    func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(offset, bytes.count)
        let line = lineStarts.partitionIndex { $0 <= offset }
        return (line, scalars(before: offset) - scalars(before: lineStarts[line - 1]) + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        return scalarsBeforeBlock[block] + bytes[block * Self.blockSize..<offset].count { $0.beginsScalar }
    }
}

extension UInt8 {
    /// Whether it begins a scalar in UTF-8, as all bytes do but those that begin with the bits 10.
    fileprivate var beginsScalar: Bool { self & 0xc0 != 0x80 }
}
