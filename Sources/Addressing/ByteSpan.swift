extension Span<UInt8> {
    /// Whether any byte equals `byte`.
    func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }

    /// The place of the first byte that equals `byte`.
    func firstIndex(of byte: UInt8) -> Int? {
        for index in indices where self[index] == byte { return index }
        return nil
    }

    /// The bytes as text, shortened for messages; invalid UTF-8 is replaced.
    var quoted: String {
        let limit = 60
        var bytes: [UInt8] = []
        for index in indices.prefix(limit) { bytes.append(self[index]) }
        return "'" + String(decoding: bytes, as: UTF8.self) + (count > limit ? "…'" : "'")
    }
}

extension String {
    /// Calls `body` with the string's UTF-8 bytes.
    mutating func withUTF8Span<Value>(
        _ body: (Span<UInt8>) throws(AddressError) -> Value
    ) throws(AddressError) -> Value {
        makeContiguousUTF8()
        return try body(utf8.span)
    }
}
