/// Takes the parts of a record's data from its front; each says whether it was there.
struct OctetReader {
    private var data: ArraySlice<UInt8>

    init(_ octets: Octets) {
        self.init(octets.bytes[...])
    }

    init(_ data: ArraySlice<UInt8>) {
        self.data = data
    }

    /// How many octets are left.
    var remaining: Int { data.count }

    /// Whether nothing is left.
    var isAtEnd: Bool { data.isEmpty }

    /// So many octets.
    mutating func octets(_ count: Int) -> Bool { part(count) != nil }

    /// So many octets as they are.
    mutating func part(_ count: Int) -> ArraySlice<UInt8>? {
        guard data.count >= count else { return nil }
        defer { data = data.dropFirst(count) }
        return data.prefix(count)
    }

    /// One octet.
    mutating func octet() -> UInt8? { data.popFirst() }

    /// A number of two octets.
    mutating func number() -> Int? { part(2).map { $0.reduce(0) { $0 << 8 | Int($1) } } }

    /// A number of four octets.
    mutating func longNumber() -> Int? { part(4).map { $0.reduce(0) { $0 << 8 | Int($1) } } }

    /// A string behind its length.
    mutating func string(atLeast least: Int = 0) -> Bool { text().map { $0.count >= least } ?? false }

    /// A string of decimal digits behind its length.
    mutating func digits(atLeast least: Int) -> Bool {
        guard let text = text() else { return false }
        return text.count >= least && text.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }

    /// What a string behind its length says.
    mutating func text() -> ArraySlice<UInt8>? { octet().flatMap { part(Int($0)) } }

    /// Strings, one at least.
    mutating func strings() -> Bool {
        repeat {
            guard string() else { return false }
        } while !isAtEnd
        return true
    }

    /// A name that is not compressed.
    mutating func name() -> Bool {
        let count = data.count
        while let length = octet() {
            if length == 0 { return count - data.count <= 255 }
            guard length < 64, octets(Int(length)) else { return false }
        }
        return false
    }

    /// Names, if any, to the end.
    mutating func names() -> Bool {
        while !isAtEnd {
            guard name() else { return false }
        }
        return true
    }

    /// All that is left, one octet at least.
    mutating func rest() -> Bool { !isAtEnd && any() }

    /// All that is left, which may be nothing.
    mutating func any() -> Bool {
        data = []
        return true
    }

    /// All that is left as bits, without octets of zeros that end them.
    mutating func bits(upTo most: Int) -> Bool { data.count <= most && data.last != 0 && any() }

    /// The types of which a name has records, if any, to the end (RFC 4034, 4.1.2).
    mutating func types() -> Bool {
        var last = -1
        while let window = octet() {
            guard Int(window) > last, let length = octet(), (1...32).contains(length), let bits = part(Int(length)),
                bits.last != 0
            else { return false }
            last = Int(window)
        }
        return true
    }
}
