/// Why the text of a declared record is not understood, as a clause without a full stop.
struct RecordTextError: Error, Hashable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// A word or a quoted string of record data.
struct RecordToken: Hashable {
    let octets: [UInt8]
    let isQuoted: Bool

    /// Whether it is a word with letters beyond ASCII, which only names may have.
    var isInternational: Bool { !isQuoted && octets.contains { $0 >= 0x80 } }

    /// The token as text for messages and for values that are ASCII.
    var text: String { String(decoding: octets, as: UTF8.self) }
}

/// Splits record data as zone files do (RFC 1035, 5.1), without their comments, parentheses and directives.
struct RecordTokenizer {
    private let bytes: [UInt8]
    private var index = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static func tokens(of text: String) throws(RecordTextError) -> [RecordToken] {
        var tokenizer = RecordTokenizer(text)
        var tokens: [RecordToken] = []
        while let token = try tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() throws(RecordTextError) -> RecordToken? {
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
            index += 1
        }
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "\"") else { return try word() }
        index += 1
        return try quoted()
    }

    /// A word is taken as it is: a backslash means nothing in it but itself, since names have no escapes here. Letters
    /// beyond ASCII are for names to judge.
    private mutating func word() throws(RecordTextError) -> RecordToken {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t") {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"):
                let character = Character(UnicodeScalar(bytes[index]))
                throw RecordTextError("'\(character)' may stand only between quotes")
            case UInt8(ascii: "!")...UInt8(ascii: "~"), 0x80...:
                index += 1
            default:
                throw RecordTextError("a control character may stand only between quotes")
            }
        }
        return RecordToken(octets: Array(bytes[start..<index]), isQuoted: false)
    }

    private mutating func quoted() throws(RecordTextError) -> RecordToken {
        var octets: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return RecordToken(octets: octets, isQuoted: true)
            case UInt8(ascii: "\\"): octets.append(try escaped())
            default: octets.append(byte)
            }
        }
        throw RecordTextError("a quote is opened and not closed")
    }

    /// The octet that `\DDD` or `\X` stands for; the backslash has been read.
    private mutating func escaped() throws(RecordTextError) -> UInt8 {
        guard index < bytes.count else { throw RecordTextError("a quote is opened and not closed") }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits.contains(bytes[index]) else {
            index += 1
            return bytes[index - 1]
        }
        let number = bytes[index...].prefix(3)
        guard number.count == 3, number.allSatisfy(digits.contains),
            let octet = UInt8(String(decoding: number, as: UTF8.self))
        else { throw RecordTextError("an escape takes three digits, from \\000 to \\255") }
        index += 3
        return octet
    }
}
