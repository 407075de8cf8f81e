package import Addressing
package import Chronology
package import InventoryModel
package import Storage

/// Who had an address, as the inventory's past and the cache tell it.
package struct AddressHistory: Sendable {
    /// A claim that the inventory made at some time.
    package struct PastClaim: Hashable, Sendable {
        /// `device` or `reservation`.
        package let kind: String
        /// Its name.
        package let name: String
        /// A device's interface.
        package let interface: String?
        /// A device's status.
        package let status: DeviceStatus?
        /// The file that said so.
        package let path: String
    }

    /// What the inventory said from one commit on.
    package struct Declared: Hashable, Sendable {
        /// When it was committed.
        package let at: Timestamp
        /// The commit's id.
        package let commit: String
        /// Who claimed the address then; empty if nobody did.
        package let claims: [PastClaim]
    }

    /// The address.
    package let address: IPAddress
    /// The routing domain.
    package let vrf: String
    /// The moment that was asked about; nil for all of the past.
    package let at: Timestamp?
    /// What the inventory said, oldest first; for one moment just what it said then.
    package let declared: [Declared]
    /// What scans and servers saw change, oldest first; for one moment the last change of each thing before it.
    package let observed: [AddressChange]
    /// What could not be told, one sentence each.
    package let notices: [String]
}
