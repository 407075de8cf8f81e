import Edits
import Findings
import InventoryModel

/// Calls a device something else, in the waivers that name it as well.
package struct Renaming: InventoryChange {
    /// The name that it has.
    package let device: String
    /// The name that it gets.
    package let name: String

    /// Renames a device.
    package init(_ device: String, to name: String) {
        self.device = device
        self.name = name
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let known = try draft.device(named: device)
        try InventoryDraft.requireName(name, "the name of a device")
        guard name != device else { return draft.world.notify("'\(device)' has that name: nothing is to be changed") }
        try draft.requireNoDoubtfulMention(of: known, withOwn: false)
        let name = name
        try draft.edit(known.span) { document, node in document.set("name", to: .text(name), in: node) }
        for waiver in draft.loaded.inventory.waivers where waiver.subject.value == device {
            try draft.edit(waiver.span) { document, node in document.set("subject", to: .text(name), in: node) }
        }
        draft.note("Rename \(device) to \(name)")
    }
}
