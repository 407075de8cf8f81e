import Addressing
import Observations

/// The addresses of a plan, each once for its VRF, in the plan's order.
struct TargetList {
    struct Target: Hashable {
        /// The place of the target's scope in the plan.
        let scope: Int
        let address: IPAddress
    }

    let targets: [Target]

    init(_ plan: ScanPlan) {
        let repetitive = Self.repetitiveVRFs(plan)
        var seen: [String: Set<IPAddress>] = [:]
        var targets: [Target] = []
        for (number, scope) in plan.scopes.enumerated() {
            let isRepetitive = repetitive.contains(scope.vrf)
            for range in scope.targets {
                var next: IPAddress? = range.first
                while let address = next, address <= range.last {
                    next = address.next
                    if isRepetitive, !seen[scope.vrf, default: []].insert(address).inserted { continue }
                    targets.append(Target(scope: number, address: address))
                }
            }
        }
        self.targets = targets
    }

    /// The VRFs in which some address is named twice: hardly ever any, and a set of a million addresses costs more than
    /// all else here.
    private static func repetitiveVRFs(_ plan: ScanPlan) -> Set<String> {
        let ranges = Dictionary(grouping: plan.scopes, by: \.vrf).mapValues { $0.flatMap(\.targets) }
        return Set(
            ranges.filter { _, ranges in
                AddressSet(ranges).count < ranges.reduce(UInt128(0)) { $0 &+ $1.count }
            }.keys)
    }

    /// The families that occur, IPv4 first.
    var families: [AddressFamily] { Set(targets.map(\.address.family)).sorted() }
}
