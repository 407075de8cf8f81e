/// Turns the parser's positions, which count characters, into byte offsets.
///
/// Positions come in nearly ascending order, so that moving on from the last one is linear over a whole file.
struct MarkCursor {
    private let bytes: [UInt8]
    private let start: Int
    private let isASCII: Bool
    private var character = 0
    private var offset: Int

    /// Makes a cursor for a parser that began at the byte `start`.
    init(_ bytes: [UInt8], from start: Int, isASCII: Bool) {
        self.bytes = bytes
        self.start = start
        self.isASCII = isASCII
        offset = start
    }

    /// The offset of the character that `index` others precede.
    @inline(__always)
    mutating func offset(of index: Int) -> Int {
        isASCII ? min(start + index, bytes.count) : walk(to: index)
    }

    private mutating func walk(to index: Int) -> Int {
        while character < index, offset < bytes.count {
            let step = asciiStep(upTo: index - character)
            if step > 0 {
                offset += step
                character += step
                continue
            }
            offset += 1
            while offset < bytes.count, bytes[offset].continuesScalar { offset += 1 }
            character += 1
        }
        while character > index, offset > start {
            offset -= 1
            while offset > start, bytes[offset].continuesScalar { offset -= 1 }
            character -= 1
        }
        return offset
    }

    /// `count` or eight, whichever is less, if the bytes ahead are that many ASCII characters; else 0.
    private func asciiStep(upTo count: Int) -> Int {
        guard bytes.count - offset >= 8 else { return 0 }
        let step = min(count, 8)
        // Eight bytes lie ahead, and every bit pattern is a valid integer.
        let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        let topBits: UInt64 = 0x8080_8080_8080_8080 >> (8 * UInt64(8 - step))
        return UInt64(littleEndian: word) & topBits == 0 ? step : 0
    }
}

extension UInt8 {
    /// Whether the byte is within a UTF-8 sequence, but not its first.
    var continuesScalar: Bool { self & 0xc0 == 0x80 }
}
