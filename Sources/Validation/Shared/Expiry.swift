import Addressing
import Chronology
import Findings
import InventoryModel

/// A claim that ends.
struct Expiry: Sendable {
    /// Who claims what: `the claim of 'printer' to 192.0.2.50`.
    let title: String
    /// The claim as a finding is about it.
    let subject: Subject
    /// The last day of the claim.
    let lastDay: Located<CalendarDate>
}

extension ValidationContext {
    /// All claims that end, in the order of their addresses.
    var expiries: [Expiry] {
        plan.claims.compactMap { claim in
            lastDay(of: claim).map { Expiry(title: title(of: claim), subject: claim.subject, lastDay: $0) }
        }
    }

    private func title(of claim: Claim) -> String {
        let name = plan.title(of: claim)
        return name == claim.range.description ? "the claim to \(name)" : "the claim of '\(name)' to \(claim.range)"
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
