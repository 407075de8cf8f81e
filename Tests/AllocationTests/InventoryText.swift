import Findings
import InventoryModel
import Testing

/// An inventory of one file that has no faults.
struct InventoryText {
    let inventory: Inventory

    init(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let sources = SourceFiles([SourceFile(path: "inventory/a.yaml", bytes: Array(text.utf8))])
        let reading = InventoryReader.read(sources)
        #expect(reading.faults.map(\.message) == [], sourceLocation: sourceLocation)
        inventory = reading.inventory
    }
}
