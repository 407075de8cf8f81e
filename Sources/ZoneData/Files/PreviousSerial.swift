/// Finds the serial in the text of any zone file, whoever wrote it.
enum PreviousSerial {
    /// The serial of the first SOA record; nil if there is none that can be read.
    ///
    /// Comments, parentheses and line breaks may stand anywhere (RFC 1035, 5.1). Directives are not followed.
    static func find(in text: String) -> UInt32? {
        var words = ZoneWords(text)
        while let word = words.next() {
            guard word.lowercased() == "soa" else { continue }
            guard words.next() != nil, words.next() != nil, let serial = words.next() else { return nil }
            return UInt32(serial)
        }
        return nil
    }
}

/// The words of a zone file, without comments, parentheses and quoted strings.
private struct ZoneWords: IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> String? {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ";"): skip(to: UInt8(ascii: "\n"))
            case UInt8(ascii: "\""): skipQuoted()
            case let byte where Self.isSeparator(byte): index += 1
            default: return word()
            }
        }
        return nil
    }

    private mutating func word() -> String {
        let start = index
        while index < bytes.count, !Self.isSeparator(bytes[index]), bytes[index] != UInt8(ascii: ";"),
            bytes[index] != UInt8(ascii: "\"")
        {
            // An escaped character is part of the word, whatever it is.
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, bytes.count)
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skip(to end: UInt8) {
        while index < bytes.count, bytes[index] != end { index += 1 }
    }

    private mutating func skipQuoted() {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }
}
