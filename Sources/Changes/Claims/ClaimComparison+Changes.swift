import Addressing
import Findings
import InventoryModel

extension ClaimComparison {
    /// What the claims' comparison comes to, in no particular order.
    func changes(_ pair: InventoryPair) -> [Change] {
        let claims = claimed.map {
            Change(.claim, $0.kind, $0.id, after: "\(pair.head.claimant(of: $0))", at: $0.span)
        }
        let frees = freed.map {
            Change(.free, $0.kind, $0.id, before: "\(pair.base.claimant(of: $0))", at: $0.span)
        }
        let moves = moved.map { old, new in
            let claimant = pair.head.claimant(of: new)
            let kind: Change.Kind = claimant.kind == .interface ? .interface : .reservation
            return Change(.move, kind, claimant.name, before: old.id, after: new.id, at: new.span)
        }
        let successions = passedOn.map { old, new in
            Change(
                .move, new.kind, new.id, before: "\(pair.base.claimant(of: old))",
                after: "\(pair.head.claimant(of: new))", at: new.span)
        }
        let alterations = (kept + moved).compactMap { alteration(from: $0.base, to: $0.head, pair) }
        return claims + frees + moves + successions + alterations
    }

    /// What an interface says of its address; what a reservation says belongs to the reservation.
    private func alteration(from old: Claim, to new: Claim, _ pair: InventoryPair) -> Change? {
        guard let before = pair.base.device(of: old)?.address, let after = pair.head.device(of: new)?.address else {
            return nil
        }
        let former = DeclaredObject(kind: .address, id: new.id, facts: before.facts, span: old.span)
        let present = DeclaredObject(kind: .address, id: new.id, facts: after.facts, span: new.span)
        return ObjectComparison.changes(from: [former], to: [present]).first
    }

    /// All claims that were not made before, in address order.
    var newClaims: [Claim] {
        (claimed + moved.map(\.head)).sorted { ($0.vrf, $0.range, $0.span) < ($1.vrf, $1.range, $1.span) }
    }

    /// Of those, the single addresses that nobody claimed at all: what a live host there would contradict.
    func newAddresses(in base: AddressPlan) -> [Claim] {
        newClaims.filter { claim in
            claim.isSingleAddress && !base.claims(on: claim.address, vrf: claim.vrf).contains { $0.isSingleAddress }
        }
    }
}

extension Claim {
    /// Whether one address is claimed or a range.
    var kind: Change.Kind { isSingleAddress ? .address : .range }

    /// The claimed address or range, outside the default VRF as `vrf/range`.
    var id: String { Subject(.range, range, vrf: vrf).id }
}

extension InterfaceAddress {
    /// What it says beside the address.
    fileprivate var facts: [DeclaredObject.Fact] {
        [
            .init("dns", dns.text), .init("ptr", pointers.text), .init("role", role?.rawValue),
            .init("expires", expires?.value), .init("description", description),
        ]
    }
}
