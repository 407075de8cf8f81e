/// Carries one question to a server and its answer back; tests put another in its place.
package protocol Transport: Sendable {
    /// Posts a form with the token in the `Authorization` header, and follows no redirection.
    ///
    /// - Parameter path: what comes after the server's URL, with its first slash.
    /// - Throws: ``ServerError`` if there is no complete answer within the limits.
    func post(_ form: Form, to path: String, token: AccessToken, within limits: ReplyLimits) throws(ServerError)
        -> Reply
}

/// What a server answered, whatever it means.
package struct Reply: Hashable, Sendable {
    /// The status of HTTP.
    package let status: Int
    /// All of the body.
    package let body: [UInt8]

    /// Makes an answer.
    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

/// How long and how large an answer may be.
package struct ReplyLimits: Hashable, Sendable {
    /// The most seconds from the question to the end of the answer.
    package let seconds: Int
    /// The most bytes of its body.
    package let bytes: Int
}

/// Fields of a form, in order.
package struct Form: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// A field.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// The fields.
    package private(set) var fields: [Field]

    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0, value: $1) }
    }

    /// Appends the fields of another.
    mutating func append(_ other: Form) { fields += other.fields }

    /// The fields as `application/x-www-form-urlencoded`: letters, digits, `-._~%&=`.
    package var encoded: String {
        fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                result.append(character)
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
