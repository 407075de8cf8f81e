package import JSONShapes

/// The JSON that exports print, and the schema of it, from the same declaration.
package enum ExportSchemas {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    package static let formatVersion: Int64 = 1

    /// The schema of what `export json` prints (JSON Schema draft-07).
    package static let addresses = shape.schema.document(title: "Addresses of ipam export json")

    static let shape = JSONShape<[AddressRow]>(
        "Every address that somebody claims.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("addresses", .array(of: AddressRow.shape.schema), "The claims, by routing domain and address.") {
                .array($0.map(AddressRow.shape.json))
            },
        ])
}
