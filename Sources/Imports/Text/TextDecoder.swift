/// Turns the bytes of a file into UTF-8, whatever a spreadsheet on some system made of it.
enum TextDecoder {
    /// A text, and how it was read if not as UTF-8.
    struct Decoded {
        let bytes: [UInt8]
        let note: String?
    }

    /// Decodes by byte order mark; what is no UTF-8 is taken for Windows-1252, which holds Latin-1.
    static func decode(_ bytes: [UInt8]) -> Decoded {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return utf8(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes.dropFirst(2), low: 0, high: 1) }
        if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes.dropFirst(2), low: 1, high: 0) }
        return utf8(bytes)
    }

    private static func utf8(_ bytes: [UInt8]) -> Decoded {
        if (try? UTF8Span(validating: bytes.span)) != nil { return Decoded(bytes: bytes, note: nil) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes { text += String(Character(windows1252(byte))).utf8 }
        return Decoded(
            bytes: text, note: "the file is no UTF-8 and was read as Windows-1252 (Latin-1): look at accents in names")
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int, high: Int) -> Decoded {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
        }
        return Decoded(bytes: Array(String(decoding: units, as: UTF16.self).utf8), note: "the file was read as UTF-16")
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        let index = Int(byte) - 0x80
        return upperControls.indices.contains(index) ? upperControls[index] : Unicode.Scalar(byte)
    }

    /// What Windows-1252 has where Latin-1 has control characters; those that stay free stand for themselves.
    private static let upperControls: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)
}
