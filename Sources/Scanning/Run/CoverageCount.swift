import Addressing
import Observations

/// Counts verdicts by subnet.
struct CoverageCount {
    private struct Subnet: Hashable {
        let vrf: String
        let prefix: IPPrefix
    }

    private var verdicts: [Subnet: [Verdict: Int]] = [:]

    /// Starts with the plan's subnets, so that one without targets is listed too.
    init(_ plan: ScanPlan) {
        for scope in plan.scopes { verdicts[Subnet(vrf: scope.vrf, prefix: scope.prefix)] = [:] }
    }

    mutating func count(_ verdict: Verdict, in scope: ScanScope) {
        verdicts[Subnet(vrf: scope.vrf, prefix: scope.prefix), default: [:]][verdict, default: 0] += 1
    }

    /// The coverage, sorted by VRF and prefix.
    var subnets: [SubnetCoverage] {
        verdicts
            .map { subnet, counts in
                SubnetCoverage(
                    vrf: subnet.vrf, prefix: subnet.prefix, targets: counts.values.reduce(0, +), verdicts: counts
                )
            }
            .sorted { ($0.vrf, $0.prefix) < ($1.vrf, $1.prefix) }
    }
}
