import Addressing

/// Hashes names as a first label and all that stands behind it, so that names can be compared before they are made.
///
/// Equal names have equal hashes, whether they come from text of the inventory or are names already.
enum NameHash {
    /// The hash of the name that a label makes in a zone, given the hash of the zone.
    static func hash(label: UInt64, in zone: UInt64) -> UInt64 {
        (label ^ zone.byteSwapped) &* 0x9e37_79b9_7f4a_7c15
    }

    /// The hash of a name.
    static func hash(of name: DomainName) -> UInt64 {
        let text = name.description.utf8.dropLast()
        let end = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
        let rest = end == text.endIndex ? text[end...] : text[text.index(after: end)...]
        return hash(label: HostLabel.hash(text[..<end]), in: HostLabel.hash(rest))
    }

    /// The hash of a name as the zone behind a label.
    static func zoneHash(of name: DomainName) -> UInt64 {
        HostLabel.hash(name.description.utf8.dropLast())
    }
}

/// A label of a host's name on its way out of one or two texts, which need not be joined for it.
struct HostLabel {
    private(set) var hash = Self.seed
    /// The number of octets so far.
    private(set) var length = 0
    private var isRegular = true
    /// Whether it has letters beyond ASCII, so that the name has another label in its place.
    private(set) var isInternational = false
    /// Whether it begins with `xn--`, which is not for every label to say.
    private(set) var isMarked = false
    private var last = UInt8(ascii: "-")

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Whether it is a label of letters, digits and inner hyphens, not too long (RFC 1123, 2.1).
    var isValid: Bool { isRegular && last != UInt8(ascii: "-") && length <= DomainName.longestLabel }

    mutating func append(_ text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                add(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                add(byte | 0x20)
            case UInt8(ascii: "-"):
                if length == 0 { isRegular = false }
                add(byte)
            default:
                isRegular = false
                if byte >= 0x80 { isInternational = true }
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        hash = Self.hash(byte, after: hash)
        length += 1
        last = byte
        if length == 4, hash == Self.mark { isMarked = true }
    }

    private static let mark = hash("xn--".utf8)

    private static func hash(_ byte: UInt8, after hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The hash of text in lower case.
    static func hash(_ text: some Sequence<UInt8>) -> UInt64 { text.reduce(seed) { hash($1, after: $0) } }
}
