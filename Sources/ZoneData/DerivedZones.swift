package import InventoryModel
import Synchronization

/// The zones of an inventory, derived when they are first asked for and no more than once.
package final class DerivedZones: Sendable {
    private let plan: AddressPlan
    private let derived = Mutex<ZoneSet?>(nil)

    /// Derives nothing yet.
    package init(_ plan: AddressPlan) {
        self.plan = plan
    }

    /// The zones with all their records.
    package var set: ZoneSet {
        derived.withLock { derived in
            if let derived { return derived }
            let zones = ZoneSet(plan)
            derived = zones
            return zones
        }
    }
}
