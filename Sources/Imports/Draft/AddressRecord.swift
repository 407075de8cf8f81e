import Addressing
import Chronology
import InventoryModel
import Observations

/// What one row of an address table says, once its texts are values.
struct AddressRecord: Sendable {
    /// Who claims the address.
    enum Claimant: Sendable {
        case device(DeviceRow)
        case reservation(DraftReservation)
    }

    /// Who claims the address, and what the row says of it; nil for a pool or subnet in which nothing is claimed.
    let claimant: Claimant?
    /// The subnet, and what the row says of it; nil if the row before says the same.
    let mention: SubnetMention?

    /// Adds the row to what others say.
    func add(to draft: inout Draft) {
        switch claimant {
        case .device(let row): draft.add(row)
        case .reservation(let reservation): draft.add(reservation)
        case nil: break
        }
        if let mention { mention.add(to: &draft) }
    }
}

/// What a row says of a device: one of its addresses, and what it is.
struct DeviceRow: Sendable {
    /// The address.
    let address: DraftAddress
    /// The device.
    let name: String
    /// Where it is in its life.
    var status: DeviceStatus?
    /// Where it stands.
    var site: String?
    /// What it does.
    var role: String?
    /// Who answers for it.
    var owner: String?
    /// What people should know about it.
    var description: String?
    /// Words to select it by.
    var tags: [String] = []
    /// Ports that it is meant to answer on.
    var services: [TransportPort] = []
    /// The interface that has the address.
    let interface: String
    /// What people should know about the interface.
    var interfaceDescription: String?
    /// The hardware address of the interface.
    var mac: MACAddress?
    /// What DHCP for IPv6 knows the interface by.
    var duid: DUID?
    /// The routing domain of the address.
    var vrf: String?
}
