/// A secret that a server knows its caller by. It prints as a placeholder wherever it may come to be printed.
package struct AccessToken: Sendable {
    /// The secret itself, for the one header that carries it.
    let secret: String

    /// Shorter ones are passwords that somebody typed, and would be found in any text.
    private static let shortest = 16
    /// What stands in texts where the secret was.
    private static let placeholder = "<access token>"

    /// Reads a token from the text of a file or variable; white space around it does not count.
    ///
    /// - Throws: ``ServerError`` for what cannot be a bearer token (RFC 6750, 2.1), without quoting any of it.
    package init(parsing text: String) throws(ServerError) {
        let secret = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let isBearer = secret.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~+/=".contains($0)) }
        guard isBearer, secret.count >= Self.shortest, secret.count <= 1024 else {
            throw ServerError(
                .unusable,
                "the access token is none: it has \(secret.count) characters, of which some do not belong into a token, "
                    + "or fewer than \(Self.shortest)")
        }
        self.secret = String(secret)
    }

    /// A text in which the secret, in either case and however percent-encoded, is replaced: whatever a server says may
    /// quote it.
    package func redacted(_ text: String) -> String {
        guard text.utf8.count >= secret.utf8.count else { return text }
        let needle = secret.utf8.map(Self.lowered)
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let end = Self.end(of: needle, in: bytes, from: index) {
                result += Array(Self.placeholder.utf8)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the secret ends that begins at `start`; nil if it does not.
    private static func end(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        for wanted in needle {
            guard place < bytes.count else { return nil }
            if lowered(bytes[place]) == wanted {
                place += 1
            } else if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let code = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16),
                lowered(code) == wanted
            {
                place += 3
            } else {
                return nil
            }
        }
        return place
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { Self.placeholder }
    package var debugDescription: String { Self.placeholder }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
