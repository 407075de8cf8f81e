/// The one declaration from which a printed JSON object and its schema both come.
///
/// ```swift
/// static let shape = JSONShape<Site>("A place where devices stand.", [
///     .init("name", .string, "Unique name.") { .string($0.name) },
/// ])
/// ```
package struct JSONShape<Value>: Sendable {
    /// One member of the object.
    package struct Field: Sendable {
        let key: String
        let schema: JSONSchema
        let value: @Sendable (Value) -> JSON

        /// Makes a member from its key, its schema, the sentence that documents it, and the way to its value.
        package init(
            _ key: String, _ schema: JSONSchema, _ summary: String, _ value: @escaping @Sendable (Value) -> JSON
        ) {
            self.key = key
            self.schema = schema.describing(summary)
            self.value = value
        }
    }

    private let summary: String
    private let fields: [Field]

    /// Makes a shape from the sentence that documents it and its members in printing order.
    package init(_ summary: String, _ fields: [Field]) {
        self.summary = summary
        self.fields = fields
    }

    /// The value as a JSON object; every member is always present.
    package func json(_ value: Value) -> JSON {
        .object(fields.map { .init($0.key, $0.value(value)) })
    }

    /// The schema that describes what ``json(_:)`` makes.
    package var schema: JSONSchema {
        .object(fields.map { ($0.key, $0.schema) }, required: fields.map(\.key)).describing(summary)
    }
}
