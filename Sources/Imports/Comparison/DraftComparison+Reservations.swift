import Addressing
import Chronology
import Findings
import InventoryModel

extension DraftComparison {
    /// Compares reservations with those that are there, and with what else keeps their addresses.
    mutating func compare(_ reservations: [DraftReservation]) {
        for reservation in reservations {
            let domains = reservation.vrf.map { [$0] } ?? plan.domains
            let claims = domains.flatMap { domain in
                plan.claims(beginningIn: IPRange(reservation.range.first), vrf: domain)
                    .filter { $0.range == reservation.range }
            }
            // Several may share an address: the one that differs least is meant.
            var own: [Changes] = []
            for claim in claims {
                guard let present = plan.reservation(of: claim) else { continue }
                own.append(changes(by: reservation, of: present, claim))
            }
            if let changes = own.min(by: { $0.all.count < $1.all.count }) {
                add(changes)
            } else if reservation.declared == nil, isTaken(reservation, by: claims) || isReservedPool(reservation) {
                news.unchanged += 1
            } else {
                news.reservations.append(reservation)
            }
        }
    }

    /// Whether devices have the address, and the row knows no more than that somebody has.
    private func isTaken(_ reservation: DraftReservation, by claims: [Claim]) -> Bool {
        !claims.isEmpty && reservation.name == nil
            && (reservation.role == nil || claims.contains { $0.role == reservation.role })
    }

    /// Whether a reserved pool keeps the range free already: NetBox has no other word for one.
    private func isReservedPool(_ reservation: DraftReservation) -> Bool {
        guard !reservation.isAddress else { return false }
        return plan.subnet(holding: reservation.range.first, vrf: reservation.vrf ?? VRF.defaultName)?.pools.contains {
            $0.purpose == .reserved && $0.range.value.contains(reservation.range)
        } ?? false
    }

    private mutating func changes(
        by reservation: DraftReservation, of present: Reservation, _ claim: Claim
    ) -> Changes {
        let target = DraftUpdate.Target(
            list: "reservations", span: present.span, title: "reservation '\(present.title)'")
        if let declared = reservation.declared { return changes(reservation.origin, target, toSay: declared) }
        var changes = Changes(reservation.origin, target)
        changes.set("name", reservation.name, unless: present.name?.value)
        changes.set("role", reservation.role?.rawValue, unless: present.role?.rawValue)
        changes.set("owner", reservation.owner, unless: present.owner)
        let title = Self.joined(present.name?.value, present.description)
        let isTitle = Self.isHeld(title, by: reservation.description)
        changes.set("description", isTitle ? nil : reservation.description, unless: present.description)
        changes.set("expires", reservation.expires?.description, unless: present.expires?.value.description)
        changes.set("tags", reservation.tags, unless: present.tags)
        if !has(reservation.names, present.dns, claim.claimant, at: claim.address) {
            changes.set("dns", .texts(reservation.names))
        }
        return changes
    }

    /// A name and a description as our export for NetBox joins them.
    static func joined(_ name: String?, _ description: String?) -> String {
        [name, description].compactMap(\.self).joined(separator: ": ")
    }
}
