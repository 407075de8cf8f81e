package import Findings
import InventoryModel

/// What of a draft the inventory does not have yet, and what it has otherwise.
package struct DraftNews: Sendable {
    /// New sites.
    package var sites: [DraftSite] = []
    /// New routing domains.
    package var vrfs: [DraftVRF] = []
    /// New subnets.
    package var subnets: [DraftSubnet] = []
    /// New devices.
    package var devices: [DraftDevice] = []
    /// New reservations.
    package var reservations: [DraftReservation] = []
    /// New zones and waivers, and settings where there are none.
    package var parts: [DraftPart] = []
    /// Changes of what is there.
    package var updates: [DraftUpdate] = []
    /// How many objects are there just so.
    package var unchanged = 0

    /// Whether the inventory has all of it already.
    package var isEmpty: Bool {
        sites.isEmpty && vrfs.isEmpty && subnets.isEmpty && devices.isEmpty && reservations.isEmpty && parts.isEmpty
            && updates.isEmpty
    }
}

/// A change of something that the inventory has already.
package struct DraftUpdate: Sendable {
    /// What changes.
    package enum Change: Sendable {
        /// A key of the object gets another text.
        case set(key: String, DraftValue)
        /// A subnet gets a pool.
        case addPool(DraftPool)
        /// A device gets an interface.
        case addInterface(DraftInterface)
        /// An interface of a device gets an address.
        case addAddress(DraftAddress, interface: String)
        /// A key of an interface gets another text.
        case setOfInterface(String, key: String, DraftValue)
        /// A key of an address gets another value.
        case setOfAddress(DraftAddress, interface: String, key: String, DraftValue)
        /// Something anywhere in the object is to be as it is declared.
        case edit(EntryEdit)
    }

    /// The object, by a list at the top of its file and a span in it, or by what stands at the top itself.
    package struct Target: Sendable {
        /// The key at the top.
        package let list: String
        /// The whole entry, or its name if only that is known.
        package let span: SourceSpan
        /// What it is, for people: `device 'nas'`.
        package let title: String
    }

    /// The row that says so.
    package let origin: Origin
    /// What changes.
    package let target: Target
    /// How.
    package let change: Change
}

/// A value that a key of the inventory gets.
package enum DraftValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case texts([String])
}

extension DraftNews {
    /// Nothing at all.
    package static var none: DraftNews { DraftNews() }
}
