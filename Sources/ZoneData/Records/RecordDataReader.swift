import Addressing
import InternationalNames

/// Reads the data of a declared record, strictly: what is malformed is refused, never repaired.
struct RecordDataReader {
    private var tokens: ArraySlice<RecordToken>
    private let zone: DomainName

    /// Reads the data of one record of a zone; names without a final dot are relative to the zone.
    ///
    /// - Throws: ``RecordTextError`` that names the first fault.
    static func read(_ text: String, type: RecordType, zone: DomainName) throws(RecordTextError) -> RecordData {
        let data = try readParts(text, type: type, zone: zone)
        guard data.size <= RecordData.longest else {
            throw RecordTextError("the data takes \(data.size) octets, and a record holds \(RecordData.longest)")
        }
        return data
    }

    private static func readParts(
        _ text: String, type: RecordType, zone: DomainName
    ) throws(RecordTextError) -> RecordData {
        // Text without quotes is one string, blanks and all: nobody means three strings by `v=spf1 mx -all`.
        if type == .txt, !text.utf8.starts(with: "\"".utf8) {
            return .txt(CharacterStrings(splitting: [Array(text.utf8)]))
        }
        var reader = RecordDataReader(tokens: try RecordTokenizer.tokens(of: text)[...], zone: zone)
        let data = try reader.data(of: type)
        guard let rest = reader.tokens.first else { return data }
        throw RecordTextError("'\(rest.text.prefix(40))' is more than \(type) records hold")
    }

    private mutating func data(of type: RecordType) throws(RecordTextError) -> RecordData {
        switch type {
        case .a: .address(try address(.v4))
        case .aaaa: .address(try address(.v6))
        case .ns: .ns(try host("the name server"))
        case .cname: .cname(try name("the target"))
        case .ptr: .ptr(isReverse ? try host("the target") : try name("the target"))
        case .mx: .mx(preference: try number("the preference"), exchange: try host("the mail server", orRoot: true))
        case .srv:
            .srv(
                priority: try number("the priority"), weight: try number("the weight"), port: try number("the port"),
                target: try host("the target", orRoot: true)
            )
        case .txt: .txt(try strings())
        case .caa: .caa(flags: try number("the flags"), tag: try tag(), value: Octets(try next("the value").octets))
        case .sshfp: try sshFingerprint()
        case .other(let number): .opaque(type: number, try opaque(of: number))
        case .soa: throw RecordTextError("the SOA record is written by the zone itself")
        }
    }

    private var isReverse: Bool { zone.isSubdomain(of: .inAddrArpa) || zone.isSubdomain(of: .ip6Arpa) }

    // MARK: Parts

    private mutating func next(_ part: String, isName: Bool = false) throws(RecordTextError) -> RecordToken {
        guard let token = tokens.popFirst() else { throw RecordTextError("\(part) is missing") }
        guard isName || !token.isInternational else {
            throw RecordTextError("a letter beyond ASCII may stand only in a name, or between quotes")
        }
        return token
    }

    private mutating func word(_ part: String, isName: Bool = false) throws(RecordTextError) -> String {
        let token = try next(part, isName: isName)
        guard !token.isQuoted else { throw RecordTextError("\(part) is between quotes") }
        return token.text
    }

    private mutating func number<Number: FixedWidthInteger>(_ part: String) throws(RecordTextError) -> Number {
        let text = try word(part)
        guard let number = Number(text), String(number) == text else {
            throw RecordTextError("\(part) is a number from 0 to \(Number.max), not '\(text.prefix(20))'")
        }
        return number
    }

    private mutating func address(_ family: AddressFamily) throws(RecordTextError) -> IPAddress {
        let address = try parse(try word("the address")) { text throws(AddressError) in try IPAddress(parsing: text) }
        guard address.family == family else {
            throw RecordTextError("\(address) belongs into \(address.family == .v4 ? "an A" : "an AAAA") record")
        }
        return address
    }

    private mutating func name(_ part: String) throws(RecordTextError) -> DomainName {
        let text = try word(part, isName: true)
        guard IPAddress(text) == nil else { throw RecordTextError("\(part) is a name, not the address \(text)") }
        // Zones of others have labels that no one should declare, and aliases lead there all the same.
        if let name = try? DomainName(parsing: text, relativeTo: zone) { return name }
        return try parse(text) { text throws(AddressError) in try DomainName(declared: text, relativeTo: zone) }
    }

    private func parse<Value>(
        _ text: String, _ parser: (String) throws(AddressError) -> Value
    ) throws(RecordTextError) -> Value {
        do {
            return try parser(text)
        } catch {
            throw RecordTextError(error.reason)
        }
    }

    /// A name that a host can have, or the root, which stands for no host at all (RFC 2782, RFC 7505).
    private mutating func host(_ part: String, orRoot: Bool = false) throws(RecordTextError) -> DomainName {
        let name = try name(part)
        if orRoot, name.isRoot { return name }
        guard name.isHostname else { throw RecordTextError(AddressError.noHostname(name).reason) }
        return name
    }

    /// The name of a CAA property: letters and digits, alike in both cases (RFC 8659, 4.1).
    private mutating func tag() throws(RecordTextError) -> String {
        let text = try word("the tag")
        guard text.utf8.count <= 15, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw RecordTextError("the tag consists of up to 15 letters and digits, such as issue")
        }
        return text.lowercased()
    }

    private mutating func sshFingerprint() throws(RecordTextError) -> RecordData {
        let algorithm: UInt8 = try number("the algorithm")
        let type: UInt8 = try number("the fingerprint type")
        let fingerprint = try hexadecimal("the fingerprint")
        // SHA-1 and SHA-256 (RFC 4255, 3.1.2; RFC 6594, 4.1.2); servers refuse them in any other length.
        let length = [1: 20, 2: 32][type]
        guard length == nil || length == fingerprint.bytes.count else {
            throw RecordTextError("a fingerprint of type \(type) has \(length ?? 0) octets")
        }
        return .sshfp(algorithm: algorithm, type: type, fingerprint: fingerprint)
    }

    private mutating func strings() throws(RecordTextError) -> CharacterStrings {
        var texts: [[UInt8]] = []
        while let token = tokens.popFirst() {
            guard token.isQuoted else { throw RecordTextError("'\(token.text.prefix(40))' is not between quotes") }
            texts.append(token.octets)
        }
        return CharacterStrings(splitting: texts)
    }

    /// The rest of the tokens as hexadecimal digits, which blanks may group.
    private mutating func hexadecimal(_ part: String) throws(RecordTextError) -> Octets {
        var digits: [UInt8] = []
        while !tokens.isEmpty { digits += Array(try word(part).utf8) }
        guard digits.count.isMultiple(of: 2), !digits.isEmpty else {
            throw RecordTextError("\(part) is an even number of hexadecimal digits")
        }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            let pair = digits[start..<start + 2]
            guard !pair.contains(UInt8(ascii: "+")), !pair.contains(UInt8(ascii: "-")),
                let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
            else { throw RecordTextError("\(part) is an even number of hexadecimal digits") }
            bytes.append(byte)
        }
        return Octets(bytes)
    }

    /// Data in the form `\# LENGTH HEX` (RFC 3597, 5).
    private mutating func opaque(of type: UInt16) throws(RecordTextError) -> Octets {
        guard try word("the mark \\#") == "\\#" else {
            throw RecordTextError("data of an unnamed type is written \\# LENGTH HEX (RFC 3597)")
        }
        let length: UInt16 = try number("the length")
        let data = length == 0 ? Octets([]) : try hexadecimal("the data")
        guard data.bytes.count == Int(length) else {
            throw RecordTextError("the data has \(data.bytes.count) octets, not \(length)")
        }
        try OpaqueForm.check(data, ofType: type)
        return data
    }
}

extension RecordData {
    /// What a declared record holds whose data has no name relative to a zone; nil if it is malformed.
    ///
    /// - Parameter type: the type as declared, such as `TXT`.
    package init?(text: String, type: String) {
        guard let type = try? RecordType(declared: type),
            let data = try? RecordDataReader.read(text, type: type, zone: .root)
        else { return nil }
        self = data
    }
}
