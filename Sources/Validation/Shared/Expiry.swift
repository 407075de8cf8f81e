import Addressing
import Chronology
import Findings
import InventoryModel

/// A claim that ends.
struct Expiry: Sendable {
    /// Who claims.
    let title: String
    /// What is claimed.
    let range: IPRange
    /// The claim as a finding is about it.
    let subject: Subject
    /// The last day of the claim.
    let lastDay: Located<CalendarDate>
}

extension ValidationContext {
    /// All claims that end, in the order of their addresses.
    var expiries: [Expiry] {
        plan.claims.compactMap { claim in
            lastDay(of: claim).map {
                Expiry(title: plan.title(of: claim), range: claim.range, subject: claim.subject, lastDay: $0)
            }
        }
    }

    private func lastDay(of claim: Claim) -> Located<CalendarDate>? {
        switch claim.claimant {
        case .device(let device, let interface, let address):
            inventory.devices[device].interfaces[interface].addresses[address].expires
        case .reservation(let index):
            inventory.reservations[index].expires
        }
    }
}
