package import Addressing
package import Observations

/// All that one run is to probe.
package struct ScanPlan: Hashable, Sendable {
    /// The most targets that one run takes: a whole /8.
    package static let targetLimit: UInt128 = 1 << 24

    /// What to probe, by subnet. An address that two scopes of one VRF name is probed for the first of them only.
    package var scopes: [ScanScope]
    /// Services to ask for on an address once any probe has found it alive, beside the probes of its scope.
    package var serviceChecks: [IPAddress: [ProbeName]]
    /// Services to ask every living host for.
    package var commonChecks: [ProbeName] = []
    /// Whether to read how open TCP services greet.
    package var readsGreetings = false
    /// The DNS server to ask for the names of living hosts; none is asked if nil.
    package var resolver: IPAddress?
    /// How fast and how often.
    package var settings: ScanSettings

    /// Makes a plan.
    ///
    /// - Precondition: the scopes name at most ``targetLimit`` addresses. IPv6 subnets are never swept, so the caller
    ///   lists the addresses that are worth a probe.
    package init(
        scopes: [ScanScope], serviceChecks: [IPAddress: [ProbeName]] = [:], settings: ScanSettings = ScanSettings()
    ) {
        let count = scopes.reduce(UInt128(0)) { $0 &+ min($1.targetCount, Self.targetLimit + 1) }
        precondition(count <= Self.targetLimit, "a plan has at most \(Self.targetLimit) targets")
        self.scopes = scopes
        self.serviceChecks = serviceChecks
        self.settings = settings
    }
}
