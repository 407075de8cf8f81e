import JSONShapes

/// A column of a list: one declaration for tables, CSV, JSON and its schema.
package struct ListColumn<Row>: Sendable {
    let key: String
    let schema: JSONSchema
    let summary: String
    let isShown: Bool
    let value: @Sendable (Row) -> JSON

    /// Makes a column that tables show only if it is asked for.
    init(
        hidden key: String, _ schema: JSONSchema, _ summary: String,
        _ value: @escaping @Sendable (Row) -> JSON
    ) {
        self.init(key, schema, summary, isShown: false, value)
    }

    /// Makes a column.
    init(
        _ key: String, _ schema: JSONSchema, _ summary: String, isShown: Bool = true,
        _ value: @escaping @Sendable (Row) -> JSON
    ) {
        self.key = key
        self.schema = schema
        self.summary = summary
        self.isShown = isShown
        self.value = value
    }
}

extension JSONSchema {
    /// What a text is that may be absent.
    static let text = JSONSchema.nullable(.string)
    /// What a list of words is.
    static let words = JSONSchema.array(of: .string)
    /// What a number of things is, if it is known and can be counted.
    static let count = JSONSchema.nullable(.integer(0...Int64.max))
}

extension JSON {
    /// A number of things; null for more than a JSON reader can count exactly (RFC 8259, 6), as in most IPv6 subnets.
    static func count(_ number: UInt128) -> JSON { number >> 53 == 0 ? .integer(Int64(clamping: number)) : .null }

    /// A list of words.
    static func words(_ words: some Sequence<some CustomStringConvertible>) -> JSON {
        .array(words.map { .string($0.description) })
    }

    /// The value as the text of a cell: nothing for null, blanks between the elements of a list.
    var cellText: String {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .string(let text): text
        case .array(let elements): elements.map(\.cellText).joined(separator: " ")
        case .object: preconditionFailure("no column of a list holds objects")
        }
    }
}
