/// A JSON Schema (draft-07, the newest that editors understand for YAML) under construction.
package struct JSONSchema: Hashable, Sendable {
    private var keywords: [JSON.Member]

    private init(_ keywords: [JSON.Member]) {
        self.keywords = keywords
    }

    /// The schema as a JSON value.
    package var json: JSON { .object(keywords) }

    /// This schema with one more keyword, or with another value for it.
    package func with(_ keyword: String, _ value: JSON) -> JSONSchema {
        var copy = self
        copy.keywords.removeAll { $0.key == keyword }
        copy.keywords.append(.init(keyword, value))
        return copy
    }

    /// This schema with the text that editors show when a person hovers.
    package func describing(_ text: String) -> JSONSchema {
        var copy = self
        copy.keywords.removeAll { $0.key == "description" }
        copy.keywords.insert(.init("description", .string(text)), at: 0)
        return copy
    }

    /// Anything at all.
    package static let any = JSONSchema([])
    /// Any text.
    package static let string = JSONSchema([.init("type", "string")])
    /// `true` or `false`.
    package static let boolean = JSONSchema([.init("type", "boolean")])

    /// Text that matches an anchored ECMA 262 regular expression, with an example.
    package static func string(pattern: String, example: String) -> JSONSchema {
        string.with("pattern", .string(pattern)).with("examples", [.string(example)])
    }

    /// One of a fixed list of texts.
    package static func oneOf(_ values: [String]) -> JSONSchema {
        string.with("enum", .array(values.map { .string($0) }))
    }

    /// A whole number within a range.
    package static func integer(_ range: ClosedRange<Int64>? = nil) -> JSONSchema {
        let schema = JSONSchema([.init("type", "integer")])
        guard let range else { return schema }
        return schema.with("minimum", .integer(range.lowerBound)).with("maximum", .integer(range.upperBound))
    }

    /// Any number.
    package static let number = JSONSchema([.init("type", "number")])

    /// A list of one kind of thing.
    package static func array(of items: JSONSchema) -> JSONSchema {
        JSONSchema([.init("type", "array"), .init("items", items.json)])
    }

    /// Whatever one of the schemas accepts.
    package static func anyOf(_ schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema([.init("anyOf", .array(schemas.map(\.json)))])
    }

    /// What `schema` accepts, or null.
    package static func nullable(_ schema: JSONSchema) -> JSONSchema {
        anyOf([schema, JSONSchema([.init("type", "null")])])
    }

    /// An object with exactly these properties, in this order.
    package static func object(
        _ properties: [(key: String, schema: JSONSchema)], required: [String]
    ) -> JSONSchema {
        JSONSchema([
            .init("type", "object"),
            .init("additionalProperties", false),
            .init("required", .array(required.map { .string($0) })),
            .init("properties", .object(properties.map { .init($0.key, $0.schema.json) })),
        ])
    }

    /// The schema as a document of its own, with the draft it is written in and a title.
    package func document(title: String) -> JSON {
        .object(
            [
                .init("$schema", "http://json-schema.org/draft-07/schema#"),
                .init("title", .string(title)),
            ] + keywords)
    }
}
