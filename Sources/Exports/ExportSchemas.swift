import Declarations
import Findings
import InventoryModel
package import JSONShapes

/// The JSON that exports print, and the schema of it, from the same declaration.
package enum ExportSchemas {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    package static let formatVersion: Int64 = 1

    /// The schema of what `export json` prints (JSON Schema draft-07).
    package static let addresses = shape.schema.document(title: "Addresses of ipam export json")

    /// What `export json` prints: claims, what has none, and all that is declared.
    struct Content {
        let addresses: [AddressRow]
        let unclaimed: [AddressRow]
        let sources: SourceFiles
    }

    static let shape = JSONShape<Content>(
        "Every address that somebody claims, what is not claimed, and the inventory that says so.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("addresses", listOf: AddressRow.shape, "The claims, by routing domain and address.") { $0.addresses },
            .init(
                "unclaimed", listOf: AddressRow.shape,
                "Pools and subnets that no claim tells of, by routing domain and address."
            ) { $0.unclaimed },
            .init(
                "inventory", document,
                "All that is declared, in the format of inventory files: what `ipam import` reads, so that nothing is lost."
            ) { DeclaredInventory.json(of: $0.sources) },
        ])

    /// The schema of an inventory file, as part of another.
    private static var document: JSONSchema {
        guard case .object(let keywords) = InventorySchema.document else { return .any }
        return keywords.filter { $0.key != "$schema" && $0.key != "title" }.reduce(.any) { $0.with($1.key, $1.value) }
    }
}
