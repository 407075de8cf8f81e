import Addressing
import Findings
import InventoryModel

/// Tells which addresses were claimed, freed and moved.
///
/// A claim is the same if range, routing domain and claimant are. Of the others, those of one claimant belong together:
/// it moves to another address. Then those of one address do: it goes to another claimant, such as a device that was
/// renamed. What is left is claimed or freed.
struct ClaimComparison {
    /// A claim that stands on both sides, with the same claimant at the same address, in a file that differs.
    typealias Kept = (base: Claim, head: Claim)

    private let pair: InventoryPair
    private var base: [Claim] = []
    private var head: [Claim] = []
    /// Claims that stand on both sides.
    private(set) var kept: [Kept] = []
    /// A claimant that left one address for another.
    private(set) var moved: [(base: Claim, head: Claim)] = []
    /// An address that one claimant left to another.
    private(set) var passedOn: [(base: Claim, head: Claim)] = []

    /// The claims that have no counterpart before.
    var claimed: [Claim] { head }
    /// The claims that have no counterpart after.
    var freed: [Claim] { base }

    init(_ pair: InventoryPair) {
        self.pair = pair
        findDifferent()
        matchEqual()
        moved = match { Self.mover($0, $1.claimant(of: $0)) }
        passedOn = match { claim, _ in claim.id }
    }

    /// Goes through both sides in their common order and sets aside what is certainly the same.
    private mutating func findDifferent() {
        let (old, new) = (pair.base.claims, pair.head.claims)
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, isUntouched(old[i], new[j]) {
                (i, j) = (i + 1, j + 1)
            } else if j >= new.count || i < old.count && Self.precedes(old[i], new[j]) {
                base.append(old[i])
                i += 1
            } else {
                head.append(new[j])
                j += 1
            }
        }
    }

    private func isUntouched(_ old: Claim, _ new: Claim) -> Bool {
        old.span == new.span && old.range == new.range && !pair.isChanged(old.span) && old.vrf == new.vrf
    }

    /// The order of claims in a plan.
    private static func precedes(_ left: Claim, _ right: Claim) -> Bool {
        if left.vrf != right.vrf { return left.vrf < right.vrf }
        return left.range == right.range ? left.span < right.span : left.range < right.range
    }

    /// A claimant at its address.
    private struct Seat: Hashable {
        let vrf: String
        let range: IPRange
        let claimant: Claimant
    }

    private mutating func matchEqual() {
        kept = match { Seat(vrf: $0.vrf, range: $0.range, claimant: $1.claimant(of: $0)) }
            .filter { pair.isChanged($0.base.span) || pair.isChanged($0.head.span) }
    }

    /// A claimant and the family of what it claims: no family takes over from the other.
    private struct Mover: Hashable {
        let claimant: Claimant
        let family: AddressFamily
    }

    /// A claimant without a name is nobody in particular.
    private static func mover(_ claim: Claim, _ claimant: Claimant) -> Mover? {
        claimant.name.isEmpty ? nil : Mover(claimant: claimant, family: claim.address.family)
    }

    /// Takes out the claims of both sides that have the same key, in pairs, each side in its order.
    private mutating func match<Key: Hashable>(
        _ key: (Claim, AddressPlan) -> Key?
    ) -> [(base: Claim, head: Claim)] {
        var waiting: [Key: [Int]] = [:]
        for index in base.indices.reversed() {
            if let key = key(base[index], pair.base) { waiting[key, default: []].append(index) }
        }
        var pairs: [(base: Claim, head: Claim)] = []
        var taken: Set<Int> = []
        var rest: [Claim] = []
        for claim in head {
            guard let key = key(claim, pair.head), let index = waiting[key]?.popLast() else {
                rest.append(claim)
                continue
            }
            taken.insert(index)
            pairs.append((base[index], claim))
        }
        base = base.indices.filter { !taken.contains($0) }.map { base[$0] }
        head = rest
        return pairs
    }
}
