import Addressing
import Observations

/// The addresses of a plan, each once for its VRF, in the plan's order.
struct TargetList {
    struct Target: Hashable {
        /// The place of the target's scope in the plan.
        let scope: Int
        let address: IPAddress
    }

    private struct Identity: Hashable {
        let vrf: String
        let address: IPAddress
    }

    let targets: [Target]

    init(_ plan: ScanPlan) {
        var seen: Set<Identity> = []
        var targets: [Target] = []
        for (number, scope) in plan.scopes.enumerated() {
            for range in scope.targets {
                var next: IPAddress? = range.first
                while let address = next, address <= range.last {
                    next = address.next
                    guard seen.insert(Identity(vrf: scope.vrf, address: address)).inserted else { continue }
                    targets.append(Target(scope: number, address: address))
                }
            }
        }
        self.targets = targets
    }

    /// The families that occur, IPv4 first.
    var families: [AddressFamily] { Set(targets.map(\.address.family)).sorted() }
}
