/// A character that makes a file look other than it reads, or that no text has a use for.
struct ForbiddenCharacter {
    /// Why a character is forbidden.
    enum Sort {
        case byteOrderMark, strayMark, control, carriageReturn, separator, bidirectional, noncharacter

        /// Whether the parser can do with it.
        var isReadable: Bool { self == .bidirectional || self == .byteOrderMark }

        /// What to do about it.
        var help: String {
            switch self {
            case .byteOrderMark: "save the file as UTF-8 without a byte order mark"
            case .carriageReturn: "end lines with LF or with CR LF"
            case .strayMark, .control, .separator, .bidirectional, .noncharacter: "delete it"
            }
        }
    }

    /// Why it is forbidden.
    let sort: Sort
    /// Its code point.
    let value: UInt32
    /// The bytes that it stands on.
    let span: Range<Int>

    /// What is wrong, in one clause.
    var complaint: String {
        let digits = String(value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return switch sort {
        case .byteOrderMark: "a byte order mark (\(name))"
        case .strayMark: "a byte order mark (\(name)) inside the text"
        case .carriageReturn: "a carriage return (\(name)) that ends no line"
        case .control: value == 0 ? "a NUL byte" : "a control character (\(name))"
        case .separator: "a line separator (\(name)) that most programs do not show as one"
        case .bidirectional: "a control character (\(name)) that changes the order in which text is shown"
        case .noncharacter: "\(name) is no character"
        }
    }

    /// The first forbidden characters in valid UTF-8, `limit` of them at most; `allowed` ones do not count.
    static func find(in bytes: Span<UInt8>, limit: Int, allowing allowed: Sort? = nil) -> [ForbiddenCharacter] {
        var found: [ForbiddenCharacter] = []
        var index = 0
        while index < bytes.count, found.count < limit {
            if isHarmless(bytes, at: index) {
                index += blockSize
                continue
            }
            let blockEnd = min(index + blockSize, bytes.count)
            while index < blockEnd, found.count < limit {
                let (character, length) = examine(bytes, at: index)
                if let character, character.sort != allowed { found.append(character) }
                index += length
            }
        }
        return found
    }

    private static let blockSize = 32

    /// Whether a whole block of bytes is printable ASCII and line feeds, as nearly all are.
    private static func isHarmless(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard bytes.count - index >= blockSize else { return false }
        var suspects: UInt64 = 0
        for offset in stride(from: index, to: index + blockSize, by: 8) {
            // The block lies within the bytes, and every bit pattern is a valid integer.
            let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            suspects |= Self.suspects(in: word)
        }
        return suspects & 0x8080_8080_8080_8080 == 0
    }

    /// Sets the top bit of each byte that is neither printable ASCII nor a line feed.
    ///
    /// No sum carries into the next byte unless its own byte is above 0x7f, and then that byte is a suspect itself.
    private static func suspects(in word: UInt64) -> UInt64 {
        let isPrintableOrAbove = word &+ 0x6060_6060_6060_6060
        let isNoLineFeed = (word ^ 0x0a0a_0a0a_0a0a_0a0a) &+ 0x7f7f_7f7f_7f7f_7f7f
        let isDelete = word &+ 0x0101_0101_0101_0101
        return word | (~isPrintableOrAbove & isNoLineFeed) | isDelete
    }

    /// The forbidden character that begins at `index`, if one does, and the length of whatever does.
    private static func examine(_ bytes: Span<UInt8>, at index: Int) -> (ForbiddenCharacter?, length: Int) {
        func following(_ distance: Int) -> UInt8 {
            index + distance < bytes.count ? bytes[index + distance] : 0
        }
        func forbidden(_ sort: Sort, _ value: Int, _ length: Int) -> (ForbiddenCharacter?, length: Int) {
            (ForbiddenCharacter(sort: sort, value: UInt32(value), span: index..<index + length), length)
        }
        let byte = bytes[index]
        let second = Int(following(1))
        let third = Int(following(2))
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x20...0x7e: return (nil, 1)
        case UInt8(ascii: "\r"):
            return second == UInt8(ascii: "\n") ? (nil, 2) : forbidden(.carriageReturn, 0xd, 1)
        case 0..<0x20, 0x7f: return forbidden(.control, Int(byte), 1)
        case 0xc2 where second < 0xa0: return forbidden(.control, second, 2)
        case 0xe2 where second == 0x80 && (0xa8...0xa9).contains(third):
            return forbidden(.separator, 0x1f80 + third, 3)
        case 0xe2 where second == 0x80 && (0xaa...0xae).contains(third):
            return forbidden(.bidirectional, 0x1f80 + third, 3)
        case 0xe2 where second == 0x81 && (0xa6...0xa9).contains(third):
            return forbidden(.bidirectional, 0x1fc0 + third, 3)
        case 0xef where second == 0xbb && third == 0xbf:
            return forbidden(index == 0 ? .byteOrderMark : .strayMark, 0xfeff, 3)
        case 0xef where second == 0xbf && third >= 0xbe: return forbidden(.noncharacter, 0xff40 + third, 3)
        case 0xf0...: return (nil, 4)
        case 0xe0...: return (nil, 3)
        default: return (nil, 2)
        }
    }
}
