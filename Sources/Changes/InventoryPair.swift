import Addressing
import Findings
package import InventoryModel

/// An inventory before a change and after it.
///
/// Both sides' spans count files alike: a file has the same number in both, whether or not both have it.
package struct InventoryPair: Sendable {
    /// The inventory before.
    package let base: AddressPlan
    /// The inventory after.
    package let head: AddressPlan
    /// The files whose text differs, by number; what stands in another one is the same on both sides.
    package let changedFiles: Set<UInt32>

    /// Joins two sides.
    package init(base: AddressPlan, head: AddressPlan, changedFiles: Set<UInt32>) {
        self.base = base
        self.head = head
        self.changedFiles = changedFiles
    }

    /// Whether text lies in a file that differs.
    func isChanged(_ span: SourceSpan) -> Bool { changedFiles.contains(span.file) }
}
