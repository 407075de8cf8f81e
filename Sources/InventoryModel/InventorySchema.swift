package import JSONShapes

/// The JSON Schema of inventory files, made from the declarations that read them.
package enum InventorySchema {
    /// The schema as a draft-07 document.
    package static var document: JSON {
        InventoryDocument.schema.document(title: "ipam inventory")
    }
}
