package import Addressing
package import Chronology

/// One pass over some subnets from one vantage point: by our scanner, or by a tool whose result was taken in.
package struct ScanRun: Hashable, Sendable {
    /// Whether a run reached its end.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// All targets got their verdict.
        case complete
        /// Interrupted, failed or truncated: what it did not reach is unknown.
        case incomplete
    }

    /// Where it was scanned from.
    package var vantage: String
    /// What scanned: `ipam`, `nmap`.
    package var tool: String
    /// When it began.
    package var started: Timestamp
    /// When it ended.
    package var ended: Timestamp
    /// Whether it reached its end.
    package var state: State
    /// Why it is incomplete or what could not be probed, one sentence each.
    package var notices: [String]
    /// What it covered, by subnet, sorted.
    package var coverage: [SubnetCoverage]

    /// Makes a run.
    package init(
        vantage: String, tool: String, started: Timestamp, ended: Timestamp, state: State, notices: [String] = [],
        coverage: [SubnetCoverage] = []
    ) {
        self.vantage = vantage
        self.tool = tool
        self.started = started
        self.ended = ended
        self.state = state
        self.notices = notices
        self.coverage = coverage
    }
}

/// How much of one subnet a run covered.
package struct SubnetCoverage: Hashable, Sendable {
    /// The routing domain of the subnet.
    package var vrf: String
    /// The subnet.
    package var prefix: IPPrefix
    /// How many of its addresses were to be probed.
    package var targets: Int
    /// How many got each verdict; verdicts that none got may be absent.
    package var verdicts: [Verdict: Int]

    /// Makes coverage of one subnet.
    package init(vrf: String = "default", prefix: IPPrefix, targets: Int, verdicts: [Verdict: Int]) {
        self.vrf = vrf
        self.prefix = prefix
        self.targets = targets
        self.verdicts = verdicts
    }

    /// How many addresses got this verdict.
    package func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

    /// Whether every target got a verdict other than unknown.
    package var isFull: Bool { count(.alive) + count(.silent) + count(.unreachable) == targets }
}

/// A run and all that it saw.
package struct ScanResult: Hashable, Sendable {
    /// The run.
    package var run: ScanRun
    /// What it saw, sorted by VRF and address.
    package var observations: [Observation]
    /// All that a DHCP server had handed out, if that is what the run looked at; nil for every other run.
    package var leases: [DHCPLease]?

    /// Joins a run with what it saw.
    package init(run: ScanRun, observations: [Observation], leases: [DHCPLease]? = nil) {
        self.run = run
        self.observations = observations
        self.leases = leases
    }
}
