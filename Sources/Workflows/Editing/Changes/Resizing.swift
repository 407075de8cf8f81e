package import Addressing
import Edits
import Findings
import InventoryModel

/// Gives a subnet another prefix, unless that strands what is declared in it.
package struct Resizing: InventoryChange {
    /// The subnet's name or prefix.
    package let subnet: String
    /// The prefix that it gets.
    package let prefix: IPPrefix

    /// Resizes a subnet.
    package init(_ subnet: String, to prefix: IPPrefix) {
        self.subnet = subnet
        self.prefix = prefix
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let known = try draft.subnet(named: subnet)
        guard prefix != known.prefix.value else {
            return draft.world.notify("'\(known.title)' has the prefix \(prefix): nothing is to be changed")
        }
        guard prefix.family == known.prefix.value.family, prefix.range.intersection(known.prefix.value.range) != nil
        else {
            throw WorkflowError(
                "\(prefix) has nothing in common with \(known.prefix.value): a subnet grows or shrinks where it is",
                status: .usage)
        }
        let stranded = StrandedObjects(of: known, in: draft.loaded.plan) { prefix.range.contains($0) }
        guard stranded.isEmpty else {
            throw WorkflowError(
                "\(prefix) would strand \(stranded.sentence): move or release that first")
        }
        try draft.edit(known.prefix.span) { document, node in document.replace(node, with: .text("\(prefix)")) }
        draft.note("Resize \(known.title) from \(known.prefix.value) to \(prefix)")
    }
}
