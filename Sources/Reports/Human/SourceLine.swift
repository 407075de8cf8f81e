import Addressing

/// A line of a source file, in which any scalar is found without reading all that stands before it.
struct SourceLine {
    /// Its bytes, without the line break.
    let bytes: ArraySlice<UInt8>
    /// How many scalars begin before each block of bytes.
    private let counts: [Int]

    private static let blockSize = 4096

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        var counts = [0]
        for start in stride(from: bytes.startIndex, to: bytes.endIndex - Self.blockSize, by: Self.blockSize) {
            let own = bytes[start..<start + Self.blockSize].count(where: Self.beginsScalar)
            counts.append((counts.last ?? 0) + own)
        }
        self.counts = counts
    }

    /// Where a scalar begins, counted from 0; the end of the line if it has no such scalar.
    func offset(ofScalar number: Int) -> Int {
        // The last block before which no more scalars begin than are wanted.
        let block = max(0, counts.partitionIndex { $0 <= number } - 1)
        var scalar = counts[block] - 1
        for index in bytes.indices[(bytes.startIndex + block * Self.blockSize)...] where Self.beginsScalar(bytes[index])
        {
            scalar += 1
            if scalar == number { return index }
        }
        return bytes.endIndex
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xc0 != 0x80 }
}
