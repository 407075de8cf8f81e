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
    mutating func offset(of index: Int) -> Int {
        if isASCII { return min(start + index, bytes.count) }
        while character < index, offset < bytes.count {
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
}

extension UInt8 {
    /// Whether the byte is within a UTF-8 sequence, but not its first.
    var continuesScalar: Bool { self & 0xc0 == 0x80 }
}
