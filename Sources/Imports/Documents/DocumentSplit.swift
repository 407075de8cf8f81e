import Addressing
import InventoryModel

/// How what is imported is spread over files.
package enum DocumentSplit: String, CaseIterable, Sendable {
    /// A file for each site, and one for what is at none.
    case site
    /// A file for each subnet that holds addresses, and one for the rest.
    case subnet
    /// One file.
    case none
}

/// A new file of the inventory.
package struct DraftDocument: Sendable {
    /// The path below the inventory directory.
    package let path: String
    /// The whole text.
    package let bytes: [UInt8]
    private let origins: [Origin]

    init(path: String, _ printer: DocumentPrinter) {
        self.path = path
        bytes = printer.bytes
        origins = printer.origins
    }

    /// The row that a line, counted from 1, comes from; nil if it comes from none.
    package func origin(ofLine line: Int) -> Origin? {
        guard origins.indices.contains(line - 1), origins[line - 1].row > 0 else { return nil }
        return origins[line - 1]
    }
}
