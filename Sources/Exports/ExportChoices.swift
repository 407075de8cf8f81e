package import Chronology
import InventoryModel

/// What a run asks of formats that leave something open.
package struct ExportChoices: Hashable, Sendable {
    /// The routing domain that a DHCP server is for.
    package var vrf = VRF.defaultName
    /// What no serial may be older than, by RFC 1982; nil for anything.
    package var leastSerial: UInt32?
    /// When the inventory was last committed, for serials that follow from that.
    package var revised: Timestamp?

    /// Asks for the default routing domain, and nothing of serials.
    package init() {}
}
