import Addressing
import Findings
import InventoryModel

/// What is declared in a subnet and would lie in none once the subnet is another one.
struct StrandedObjects {
    private static let most = 20
    private let titles: [String]

    /// Looks for what does not stay.
    ///
    /// - Parameter stays: whether a range of addresses lies as a whole in what becomes of the subnet.
    init(of subnet: Subnet, in plan: AddressPlan, stays: (IPRange) -> Bool) {
        let pools = subnet.pools.filter { !stays($0.range.value) }.map { "pool \($0.name.value)" }
        let gateway = subnet.gateway.map(\.value).flatMap { stays(IPRange($0)) ? nil : "gateway \($0)" }
        let claims = plan.claims(beginningIn: subnet.prefix.value.range, vrf: subnet.vrfName).filter { claim in
            plan.subnet(holding: claim.address, vrf: claim.vrf)?.prefix.value == subnet.prefix.value
                && !stays(claim.range)
        }
        titles = pools + [gateway].compactMap(\.self) + claims.map { "\($0.range) of \(plan.title(of: $0))" }
    }

    var isEmpty: Bool { titles.isEmpty }

    /// All of it, or as much as can be read at a glance.
    var sentence: String {
        let rest = titles.count - Self.most
        return titles.prefix(Self.most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
