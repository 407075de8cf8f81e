import Findings
import InventoryModel
import TestSupport

/// What reading makes of one file, `a.yaml`.
struct Reading {
    let inventory: Inventory
    let faults: [Fault]
    private let sources: SourceFiles

    init(_ text: String) {
        sources = SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))])
        let reading = InventoryReader.read(sources)
        inventory = reading.inventory
        faults = reading.faults.sorted { $0.span < $1.span }
    }

    /// The message of each fault, in the order of the text.
    var messages: [String] { faults.map(\.message) }

    /// Where each fault begins.
    var places: [MarkedText.Place] {
        var locator = SourceLocator(sources)
        return faults.map { fault in
            let location = locator.location(of: fault.span)
            return MarkedText.Place(line: location.line, column: location.column)
        }
    }
}
