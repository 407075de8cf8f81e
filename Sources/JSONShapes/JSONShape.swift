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
        let printedKey: JSONKey
        let schema: JSONSchema
        let value: @Sendable (Value) -> JSON
        let write: @Sendable (Value, inout JSONWriter) -> Void

        /// Makes a member from its key, its schema, the sentence that documents it, and the way to its value.
        package init(
            _ key: String, _ schema: JSONSchema, _ summary: String, _ value: @escaping @Sendable (Value) -> JSON
        ) {
            self.key = key
            printedKey = JSONKey(key)
            self.schema = schema.describing(summary)
            self.value = value
            write = { $1.write(value($0)) }
        }

        /// Makes a member that is a list of objects of another shape; a long one is printed without being built.
        package init<Element>(
            _ key: String, listOf shape: JSONShape<Element>, _ summary: String,
            _ elements: @escaping @Sendable (Value) -> [Element]
        ) {
            self.key = key
            printedKey = JSONKey(key)
            schema = JSONSchema.array(of: shape.schema).describing(summary)
            value = { .array(elements($0).map(shape.json)) }
            write = { $1.writeArray(elements($0)) { shape.write($1, to: &$0) } }
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

    /// The text of what ``json(_:)`` makes, without making it.
    package func text(_ value: Value, _ layout: JSON.Layout = .pretty) -> String {
        var writer = JSONWriter(layout)
        write(value, to: &writer)
        return writer.finished()
    }

    private func write(_ value: Value, to writer: inout JSONWriter) {
        writer.writeObject { writer in
            for field in fields { writer.writeMember(field.printedKey) { field.write(value, &$0) } }
        }
    }

    /// The schema that describes what ``json(_:)`` makes.
    package var schema: JSONSchema {
        .object(fields.map { ($0.key, $0.schema) }, required: fields.map(\.key)).describing(summary)
    }
}
