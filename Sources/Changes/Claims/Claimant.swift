import Addressing
import Findings
package import InventoryModel

/// Who claims an address, by name, so that two revisions can be compared.
package struct Claimant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What sort of claimant it is.
    package enum Kind: String, Hashable, Sendable {
        case interface, reservation
    }

    /// What sort of claimant it is.
    package let kind: Kind
    /// The device and its interface, or the reservation; empty for a reservation without a name.
    package let name: String

    package static func < (left: Claimant, right: Claimant) -> Bool {
        (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
    }

    package var description: String { name.isEmpty ? "a reservation" : name }
}

extension AddressPlan {
    /// Who makes a claim, by name.
    package func claimant(of claim: Claim) -> Claimant {
        switch claim.claimant {
        case .device(let index, let interface, _):
            let device = inventory.devices[index]
            return Claimant(
                kind: .interface, name: "\(device.name.value) \(device.interfaces[interface].name.value)")
        case .reservation(let index):
            return Claimant(kind: .reservation, name: inventory.reservations[index].name?.value ?? "")
        }
    }
}
