package import Addressing
package import Observations

/// The part of one declared subnet that a run is to probe, and how.
package struct ScanScope: Hashable, Sendable {
    /// The routing domain of the subnet.
    package var vrf: String
    /// The subnet that coverage is reported for.
    package var prefix: IPPrefix
    /// The addresses to probe, without network, broadcast and excluded addresses. Those outside `prefix` are allowed.
    package var targets: [IPRange]
    /// How to probe each of them.
    package var probes: [ProbeName]

    /// Makes a scope.
    package init(vrf: String = "default", prefix: IPPrefix, targets: [IPRange], probes: [ProbeName]) {
        self.vrf = vrf
        self.prefix = prefix
        self.targets = targets
        self.probes = probes
    }

    /// How many addresses the scope names, repetitions included.
    package var targetCount: UInt128 {
        targets.reduce(0) { sum, range in
            let (total, overflow) = sum.addingReportingOverflow(range.count)
            return overflow ? .max : total
        }
    }
}
