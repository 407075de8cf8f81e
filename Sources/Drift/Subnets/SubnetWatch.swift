import Addressing
import Chronology
import InventoryModel
import Observations

/// What the runs from one vantage point say about the scanning of one subnet.
struct SubnetWatch: Sendable {
    /// One run's part in it.
    struct Pass: Sendable {
        let ended: Timestamp
        let coverage: SubnetCoverage
    }

    /// The vantage point.
    let vantage: String
    /// The latest run, however far it came.
    private(set) var latest: Pass
    /// The latest run that reached its end and left no address of the subnet without a verdict.
    private(set) var lastComplete: Pass?

    init(vantage: String, first pass: Pass, isComplete: Bool) {
        self.vantage = vantage
        latest = pass
        lastComplete = isComplete ? pass : nil
    }

    /// Takes in a further run; of two that ended at the same moment the later call stands.
    mutating func add(_ pass: Pass, isComplete: Bool) {
        if pass.ended >= latest.ended { latest = pass }
        if isComplete, pass.ended >= lastComplete?.ended ?? pass.ended { lastComplete = pass }
    }
}

extension ScanRun {
    /// Whether the run came to its end and learned something about every address that it had to probe.
    func isComplete(_ coverage: SubnetCoverage, excluding excluded: AddressSet) -> Bool {
        state == .complete && coverage.isFull
            && UInt128(coverage.targets.magnitude) >= coverage.prefix.sweepCount(excluding: excluded)
    }
}

extension IPPrefix {
    /// How many addresses a sweep of the prefix has to probe at least.
    ///
    /// A run of fewer, such as one that was given a single host, covers what it probed and not the subnet. What is
    /// too large to be swept unasked, which is all of IPv6 and IPv4 above /16, is probed at chosen addresses: 0.
    fileprivate func sweepCount(excluding excluded: AddressSet) -> UInt128 {
        guard family == .v4, length >= 16 else { return 0 }
        return excluded.free(in: usable).count
    }
}
