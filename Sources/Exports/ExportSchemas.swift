package import JSONShapes

/// The JSON that exports print, and the schema of it, from the same declaration.
package enum ExportSchemas {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    package static let formatVersion: Int64 = 1

    /// The schema of what `export json` prints (JSON Schema draft-07).
    package static let addresses = shape.schema.document(title: "Addresses of ipam export json")

    /// What `export json` prints: claims, and what has none.
    struct Content {
        let addresses: [AddressRow]
        let unclaimed: [AddressRow]
    }

    static let shape = JSONShape<Content>(
        "Every address that somebody claims, and pools and subnets in which nothing is claimed.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("addresses", .array(of: AddressRow.shape.schema), "The claims, by routing domain and address.") {
                .array($0.addresses.map(AddressRow.shape.json))
            },
            .init(
                "unclaimed", .array(of: AddressRow.shape.schema),
                "Pools and subnets that no claim tells of, by routing domain and address."
            ) {
                .array($0.unclaimed.map(AddressRow.shape.json))
            },
        ])
}
