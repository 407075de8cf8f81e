import Addressing
import Findings
import InventoryModel
import Observations

/// How much of a range of addresses is taken.
struct RangeUse: Hashable {
    /// How many addresses hosts could have.
    let size: UInt128
    /// How many of them somebody claims.
    let claimed: UInt128
    /// How many are claimed, leased or alive.
    let taken: UInt128

    var free: UInt128 { size - taken }
    /// The share that is taken, in percent rounded down; nil of nothing.
    var percent: Int? {
        if size == 0 { return nil }
        // Of numbers too large to be multiplied, the last two digits are of no account.
        return Int(clamping: size > .max / 100 ? taken / (size / 100) : taken * 100 / size)
    }
}

/// Measures how much of ranges is taken.
struct UseMeter {
    private let plan: AddressPlan
    private let inUse: [String: AddressSet]

    init(_ input: ListInput) {
        plan = input.plan
        let alive = input.state.addresses.lazy.filter { $0.latest.verdict == .alive }
            .map { (vrf: $0.latest.vrf, range: IPRange($0.latest.address)) }
        let leased = input.state.leases.lazy.filter { $0.isActive(at: input.now) }
            .map { (vrf: $0.vrf, range: IPRange($0.address)) }
        inUse = Dictionary(grouping: Array(alive) + Array(leased), by: \.vrf).mapValues { AddressSet($0.map(\.range)) }
    }

    /// The use of a range in a routing domain.
    func use(of range: IPRange, vrf: String) -> RangeUse {
        let around = plan.reservations(holding: range.first, vrf: vrf).map(\.range.value)
        let claimed = AddressSet(around + plan.claims(beginningIn: range, vrf: vrf).map(\.range)).intersection(range)
        let taken = claimed.union((inUse[vrf] ?? AddressSet()).intersection(range))
        return RangeUse(size: range.count, claimed: claimed.count, taken: taken.count)
    }
}
