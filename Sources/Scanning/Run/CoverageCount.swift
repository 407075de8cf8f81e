import Addressing
import Observations

/// Counts verdicts by subnet.
struct CoverageCount {
    private struct Subnet: Hashable {
        let vrf: String
        let prefix: IPPrefix
    }

    private let plan: ScanPlan
    /// By the place of the scope in the plan.
    private var verdicts: [[Verdict: Int]]

    /// Starts with the plan's subnets, so that one without targets is listed too.
    init(_ plan: ScanPlan) {
        self.plan = plan
        verdicts = Array(repeating: [:], count: plan.scopes.count)
    }

    mutating func count(_ verdict: Verdict, inScope number: Int) {
        verdicts[number][verdict, default: 0] += 1
    }

    /// The coverage, sorted by VRF and prefix.
    var subnets: [SubnetCoverage] {
        var counts: [Subnet: [Verdict: Int]] = [:]
        for (scope, verdicts) in zip(plan.scopes, verdicts) {
            counts[Subnet(vrf: scope.vrf, prefix: scope.prefix), default: [:]].merge(verdicts, uniquingKeysWith: +)
        }
        return
            counts
            .map { subnet, counts in
                SubnetCoverage(
                    vrf: subnet.vrf, prefix: subnet.prefix, targets: counts.values.reduce(0, +), verdicts: counts
                )
            }
            .sorted { ($0.vrf, $0.prefix) < ($1.vrf, $1.prefix) }
    }
}
