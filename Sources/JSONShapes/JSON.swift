/// A JSON value whose objects keep the order of their members, so that the same input prints the same bytes.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One key and its value in an object.
    package struct Member: Hashable, Sendable {
        /// The member's name, unique within its object.
        package let key: String
        /// The member's value.
        package let value: JSON

        /// Makes a member.
        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value as a JSON string, or null.
    package init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// The value of a described thing as a JSON string, or null.
    package static func text(_ value: (some CustomStringConvertible)?) -> JSON {
        JSON(value.map { String(describing: $0) })
    }

    /// The value under `key` in an object; nil elsewhere.
    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
    package init(nilLiteral: ()) { self = .null }
}
