extension XMLReader {
    /// A fault at the present position.
    func fault(_ reason: String) -> Fault {
        Fault(line: 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") }, reason: reason)
    }

    /// Moves past `text` if it comes next.
    mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// Moves past the next occurrence of `text`.
    mutating func skipPast(_ text: String) throws(Fault) {
        let pattern = Array(text.utf8)
        while position < bytes.count, !bytes[position...].starts(with: pattern) { position += 1 }
        guard skip(text) else { throw fault("'\(text)' is missing") }
    }

    /// Moves past white space.
    mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Reads the name of an element or attribute.
    mutating func readName() throws(Fault) -> String {
        let end = bytes[position...].firstIndex(where: Self.endsName) ?? bytes.count
        guard end > position, let name = String(validating: bytes[position..<end], as: UTF8.self) else {
            throw fault("a name is expected")
        }
        position = end
        return name
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || "<>&\"'/=".utf8.contains(byte)
    }

    /// Reads all attributes up to the end of a start tag.
    mutating func readAttributes() throws(Fault) -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard position < bytes.count else { throw fault("the file ends inside a tag") }
            if bytes[position] == UInt8(ascii: ">") || bytes[position] == UInt8(ascii: "/") { return attributes }
            let name = try readName()
            skipSpace()
            guard skip("=") else { throw fault("attribute '\(name.bounded)' has no value") }
            skipSpace()
            guard attributes.updateValue(try readValue(), forKey: name) == nil else {
                throw fault("attribute '\(name.bounded)' stands twice")
            }
        }
    }

    private mutating func readValue() throws(Fault) -> String {
        guard position < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]) else {
            throw fault("a value in quotation marks is expected")
        }
        let quote = bytes[position]
        position += 1
        guard let end = bytes[position...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }),
            bytes[end] == quote
        else { throw fault("a value does not end") }
        guard let raw = String(validating: bytes[position..<end], as: UTF8.self) else {
            throw fault("a value is not in UTF-8")
        }
        let value = raw.utf8.contains(UInt8(ascii: "&")) ? try resolvingReferences(in: raw) : raw
        position = end + 1
        return value
    }

    /// Puts characters in the place of `&lt;`, `&#10;` and the like; only the five entities of XML itself are known.
    private func resolvingReferences(in raw: String) throws(Fault) -> String {
        var result = ""
        var rest = raw[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].prefix(Self.referenceLimit).firstIndex(of: ";"),
                let scalar = Self.scalar(rest[rest.index(after: start)..<end])
            else { throw fault("a value holds '&' without one of XML's own entities") }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// As long as the longest reference, `&#x10FFFF;`.
    private static let referenceLimit = 10

    private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
        switch reference {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if reference.hasPrefix("#x") {
                UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            } else if reference.hasPrefix("#") {
                UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init)
            } else {
                nil
            }
        }
    }
}
