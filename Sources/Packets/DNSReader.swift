/// Reads names out of DNS messages, which may point back to earlier ones (RFC 1035, 4.1.4).
struct DNSReader {
    /// Where to read on.
    var offset: Int

    init(at offset: Int) {
        self.offset = offset
    }

    /// One behind each label that a name has room for.
    private static let mostJumps = 127

    /// The labels of the name at the offset, which moves behind it; nil if it is malformed, loops or is too long.
    mutating func name(in bytes: Span<UInt8>) -> [[UInt8]]? {
        var labels: [[UInt8]] = []
        var length = 1
        var jumps = 0
        var place = offset
        var end: Int?
        while let size = bytes.byte(at: place) {
            switch size & 0xc0 {
            case 0 where size == 0:
                offset = end ?? place + 1
                return labels
            case 0:
                length += 1 + Int(size)
                guard length <= 255, place + Int(size) < bytes.count else { return nil }
                labels.append((place + 1...place + Int(size)).map { bytes[$0] })
                place += 1 + Int(size)
            case 0xc0:
                guard let pointer = bytes.word16(at: place) else { return nil }
                let target = Int(pointer & 0x3fff)
                // Each jump leads further back, so that none can loop; a message of nothing else takes no time either.
                jumps += 1
                guard target < place, jumps <= Self.mostJumps else { return nil }
                end = end ?? place + 2
                place = target
            default:
                return nil
            }
        }
        return nil
    }

    /// Whether two names are the same but for the case of ASCII letters.
    static func isSame(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
        left.map(lowercased) == right.map(lowercased)
    }

    private static func lowercased(_ label: [UInt8]) -> [UInt8] {
        label.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }

    /// The name as text in lower case without the last dot; what is no letter, digit, `-` or `_` becomes `\DDD`.
    static func text(_ labels: [[UInt8]]) -> String {
        labels.map { label in lowercased(label).map(character).joined() }.joined(separator: ".")
    }

    private static func character(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            String(UnicodeScalar(byte))
        default:
            "\\" + String(repeating: "0", count: 3 - String(byte).count) + String(byte)
        }
    }
}
