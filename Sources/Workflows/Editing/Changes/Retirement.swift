import Edits
import Findings
import InventoryModel

/// Says that a device must not be on the network any more; it keeps its addresses until it is released.
package struct Retirement: InventoryChange {
    /// The device's name.
    package let device: String

    /// Retires a device.
    package init(_ device: String) {
        self.device = device
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let known = try draft.device(named: device)
        guard known.status != .retired else { return draft.world.notify("'\(device)' is retired already") }
        try draft.requireNoDoubtfulMention(of: known, withOwn: true)
        try draft.edit(known.span) { document, node in
            document.set("status", to: .text(DeviceStatus.retired.rawValue), in: node)
        }
        draft.note("Retire \(device)")
    }
}
