extension Span<UInt8> {
    /// Whether both hold the same bytes.
    ///
    /// Most scalars have between four and sixteen bytes, which two overlapping words cover.
    func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        if count >= 8 { return isEqual(to: other, inWordsOf: UInt64.self) }
        if count >= 4 { return isEqual(to: other, inWordsOf: UInt32.self) }
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// A number that differs for spans whose first bytes differ.
    var beginning: UInt64 {
        // Eight or four bytes lie within the span, and every bit pattern is a valid integer.
        if count >= 8 { return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self) }
        if count >= 4 { return unsafe UInt64(bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)) }
        return isEmpty ? 0 : UInt64(self[0])
    }

    /// Compares word by word, the last word overlapping the one before; both spans hold a word at least.
    private func isEqual<Word: FixedWidthInteger & BitwiseCopyable>(
        to other: Span<UInt8>, inWordsOf word: Word.Type
    ) -> Bool {
        let size = MemoryLayout<Word>.size
        var offset = 0
        while true {
            // A word from here on lies within both spans, and every bit pattern is a valid integer.
            let here = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Word.self)
            let there = unsafe other.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Word.self)
            if here != there { return false }
            if offset == count - size { return true }
            offset = Swift.min(offset + size, count - size)
        }
    }
}
