extension DomainName {
    /// The most octets in a label (RFC 1035, 2.3.4).
    package static let longestLabel = 63

    /// The most characters in a name without its final dot, which make 255 octets in a packet (RFC 1035, 2.3.4).
    package static let longestName = 253

    /// Parses a name; upper case becomes lower case.
    ///
    /// A text that ends with a dot is absolute. Any other is completed by `origin`, and `@` is the origin itself; without
    /// an origin the final dot may be missing.
    /// - Throws: ``AddressError`` that names the first fault.
    package init(parsing text: String, relativeTo origin: DomainName? = nil) throws(AddressError) {
        var text = text
        self = try text.withUTF8Span { bytes throws(AddressError) in
            try DomainName(utf8: bytes, relativeTo: origin)
        }
    }

    /// Parses UTF-8 bytes as ``init(parsing:relativeTo:)`` parses text.
    package init(utf8 bytes: Span<UInt8>, relativeTo origin: DomainName? = nil) throws(AddressError) {
        if let origin, bytes.count == 1, bytes[0] == UInt8(ascii: "@") {
            self = origin
            return
        }
        let isAbsolute = !bytes.isEmpty && bytes[bytes.count - 1] == UInt8(ascii: ".")
        if isAbsolute, bytes.count == 1 {
            self = .root
            return
        }
        var name = try Self.checked(bytes.extracting(0..<bytes.count - (isAbsolute ? 1 : 0)), of: bytes)
        if !isAbsolute, let origin, !origin.isRoot {
            name.append(UInt8(ascii: "."))
            name.append(contentsOf: origin.text.utf8)
        }
        guard name.count <= Self.longestName else {
            throw AddressError(
                "\(bytes.quoted) makes a name of \(name.count) characters; \(Self.longestName) are allowed")
        }
        self.init(unchecked: String(decoding: name, as: UTF8.self))
    }

    /// The labels of `name` in lower case, if all are valid.
    private static func checked(_ name: Span<UInt8>, of text: Span<UInt8>) throws(AddressError) -> [UInt8] {
        var lowered: [UInt8] = []
        lowered.reserveCapacity(name.count)
        var start = 0
        for index in 0...name.count {
            if index == name.count || name[index] == UInt8(ascii: ".") {
                try checkLength(index - start, of: text)
                start = index + 1
            }
            if index < name.count { lowered.append(try checked(name[index], at: index, of: name)) }
        }
        return lowered
    }

    private static func checkLength(_ length: Int, of text: Span<UInt8>) throws(AddressError) {
        guard length > 0 else {
            throw AddressError(text.isEmpty ? "a domain name is empty" : "\(text.quoted) has an empty label")
        }
        guard length <= longestLabel else {
            throw AddressError("\(text.quoted) has a label of \(length) characters; \(longestLabel) are allowed")
        }
    }

    private static func checked(_ byte: UInt8, at index: Int, of name: Span<UInt8>) throws(AddressError) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"):
            return byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return byte | 0x20
        case UInt8(ascii: "*"):
            guard index == 0, name.count == 1 || name[1] == UInt8(ascii: ".") else {
                throw AddressError("\(name.quoted) has a '*' that is not the whole first label")
            }
            return byte
        case 0x80...:
            throw AddressError("\(name.quoted) is not ASCII: write the label in its 'xn--' form (RFC 5891)")
        case UInt8(ascii: "!")...UInt8(ascii: "~"):
            let character = Character(UnicodeScalar(byte))
            throw AddressError("\(name.quoted) has the character '\(character)', which names may not contain")
        default:
            throw AddressError("\(name.quoted) has a space or control character, which names may not contain")
        }
    }
}
