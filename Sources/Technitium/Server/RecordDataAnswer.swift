import Addressing
import Foundation
import ZoneData

/// Reads what a record says from the object that a server describes it with.
enum RecordDataAnswer {
    private enum Key: String, CodingKey {
        case ipAddress, nameServer, cname, ptrName, preference, exchange, priority, weight, port, target
        case characterStringsBase64, algorithm, fingerprintType, fingerprint, flags, tag, value
    }

    /// - Returns: nil for types and names that no record of ours could have.
    /// - Throws: `DecodingError` if a type that is known lacks what it needs.
    static func read(_ type: String, from decoder: any Decoder) throws -> RecordData? {
        let answer = try decoder.container(keyedBy: Key.self)
        func name(_ key: Key) throws -> DomainName? {
            let text = try answer.decode(String.self, forKey: key)
            return text.isEmpty ? .root : DomainName(text)
        }
        func number<Number: Decodable>(_ key: Key) throws -> Number { try answer.decode(Number.self, forKey: key) }
        switch type {
        case "A", "AAAA":
            return IPAddress(try answer.decode(String.self, forKey: .ipAddress)).map { .address($0) }
        case "NS": return try name(.nameServer).map { .ns($0) }
        case "CNAME": return try name(.cname).map { .cname($0) }
        case "PTR": return try name(.ptrName).map { .ptr($0) }
        case "MX":
            let preference: UInt16 = try number(.preference)
            return try name(.exchange).map { .mx(preference: preference, exchange: $0) }
        case "SRV":
            let (priority, weight, port): (UInt16, UInt16, UInt16) = (
                try number(.priority), try number(.weight), try number(.port)
            )
            return try name(.target).map { .srv(priority: priority, weight: weight, port: port, target: $0) }
        case "TXT":
            let strings = try answer.decode([String].self, forKey: .characterStringsBase64)
            let texts = strings.compactMap { Data(base64Encoded: $0).map(Array.init) }
            return texts.count == strings.count ? .txt(CharacterStrings(splitting: texts)) : nil
        case "CAA":
            return .caa(
                flags: try number(.flags), tag: try answer.decode(String.self, forKey: .tag).lowercased(),
                value: Octets(try answer.decode(String.self, forKey: .value).utf8))
        case "SSHFP":
            guard let algorithm = SSHWords.algorithms.number(of: try answer.decode(String.self, forKey: .algorithm)),
                let kind = SSHWords.fingerprints.number(of: try answer.decode(String.self, forKey: .fingerprintType)),
                let octets = Octets(hex: try answer.decode(String.self, forKey: .fingerprint))
            else { return nil }
            return .sshfp(algorithm: algorithm, type: kind, fingerprint: octets)
        default:
            guard let number = UInt16(type), let text = try answer.decodeIfPresent(String.self, forKey: .value),
                let octets = Octets(hex: text.replacing(":", with: ""))
            else { return nil }
            return .opaque(type: number, octets)
        }
    }
}

/// The words that the API has for the numbers in SSHFP records; those without a word go by themselves.
struct SSHWords {
    let words: [UInt8: String]

    static let algorithms = SSHWords(words: [1: "RSA", 2: "DSA", 3: "ECDSA", 4: "Ed25519", 6: "Ed448"])
    static let fingerprints = SSHWords(words: [1: "SHA1", 2: "SHA256"])

    func word(for number: UInt8) -> String { words[number] ?? "\(number)" }

    func number(of word: String) -> UInt8? {
        words.first { $0.value.lowercased() == word.lowercased() }?.key ?? UInt8(word)
    }
}

extension Octets {
    /// Reads hexadecimal digits; nil for anything else.
    fileprivate init?(hex text: String) {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[start], let low = digits[start + 1] else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        self.init(bytes)
    }
}
