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
    /// The router of the subnet, whose answer shows that its silence can be believed; nil if none is declared.
    package var gateway: IPAddress?
    /// How fast it may be probed: its own limit and those of whatever it lies in. Scopes that name the same limit share it.
    package var limits: [RateLimit]

    /// Makes a scope.
    package init(
        vrf: String = "default", prefix: IPPrefix, targets: [IPRange], probes: [ProbeName], gateway: IPAddress? = nil,
        limits: [RateLimit] = []
    ) {
        self.vrf = vrf
        self.prefix = prefix
        self.targets = targets
        self.probes = probes
        self.gateway = gateway
        self.limits = limits
    }

    /// How many addresses the scope names, repetitions included.
    package var targetCount: UInt128 {
        targets.reduce(0) { sum, range in
            let (total, overflow) = sum.addingReportingOverflow(range.count)
            return overflow ? .max : total
        }
    }
}

/// The most probes a second that a network takes.
package struct RateLimit: Hashable, Sendable {
    /// The network: all that lies in it shares the limit.
    package let prefix: IPPrefix
    /// Probes a second, at least 1.
    package let rate: Int

    /// Makes a limit.
    package init(prefix: IPPrefix, rate: Int) {
        self.prefix = prefix
        self.rate = rate
    }
}
