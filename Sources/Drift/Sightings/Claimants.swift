import InventoryModel

/// The kinds of claimant that an address has.
package struct Claimants: OptionSet, Sendable {
    /// One bit for each kind.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// A device that is expected on the network.
    package static let active = Claimants(rawValue: 1)
    /// A device that is not expected yet.
    package static let planned = Claimants(rawValue: 2)
    /// A device that must not be there any more.
    package static let retired = Claimants(rawValue: 4)
    /// A reservation.
    package static let reservation = Claimants(rawValue: 8)

    init(_ claims: ArraySlice<Claim>, in inventory: Inventory) {
        self = []
        for claim in claims {
            switch claim.claimant {
            case .device(let device, _, _): formUnion(Claimants(inventory.devices[device].status))
            case .reservation: formUnion(.reservation)
            }
        }
    }

    private init(_ status: DeviceStatus) {
        switch status {
        case .active: self = .active
        case .planned: self = .planned
        case .retired: self = .retired
        }
    }
}
