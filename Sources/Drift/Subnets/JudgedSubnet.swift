import Addressing
package import Chronology
import Findings
package import InventoryModel
package import Observations

/// A declared subnet, how drift in it is judged, and the scans that a judgement can rest on.
package struct JudgedSubnet: Sendable {
    /// The subnet.
    package let subnet: Subnet
    /// How its drift is judged.
    package let drift: EffectiveDrift
    /// Whether it is meant to be scanned: containers and subnets with scanning switched off are not.
    package let isToBeScanned: Bool
    /// What each vantage point scanned of it, sorted by vantage point.
    let watches: [SubnetWatch]

    init(_ subnet: Subnet, drift: EffectiveDrift, scan: EffectiveScan, watches: [SubnetWatch]) {
        self.subnet = subnet
        self.drift = drift
        self.watches = watches
        isToBeScanned = scan.isEnabled && subnet.status != .container
    }

    /// Whether a judgement on the network has to wait for a scan of this subnet.
    var needsVerdict: Bool { isToBeScanned && drift.mode != .ignore }

    /// Whether any run covered any of it.
    package var wasScanned: Bool { !watches.isEmpty }

    /// When its latest complete scan ended, from whichever vantage point; nil if there was none.
    package var lastCompleteScan: Timestamp? { watches.compactMap { $0.lastComplete?.ended }.max() }

    /// Whether a complete scan of it, from whichever vantage point, is not older than its policy allows.
    package func hasFreshScan(at now: Timestamp) -> Bool {
        watches.contains { freshScan(by: $0, at: now) != nil }
    }

    /// The complete scan from one vantage point that is not older than the policy allows.
    func freshScan(from vantage: String, at now: Timestamp) -> SubnetWatch.Pass? {
        watches.first { $0.vantage == vantage }.flatMap { freshScan(by: $0, at: now) }
    }

    private func freshScan(by watch: SubnetWatch, at now: Timestamp) -> SubnetWatch.Pass? {
        guard let pass = watch.lastComplete, isFresh(pass.ended, at: now) else { return nil }
        return pass
    }

    /// Whether a scan or verdict of that moment is not older than the policy allows.
    func isFresh(_ moment: Timestamp, at now: Timestamp) -> Bool { now.since(moment) <= drift.staleAfter }

    /// How much the latest run left open, if it did; nil otherwise.
    package var scanGap: String? {
        guard let coverage = scan.coverage else { return nil }
        let judged = coverage.count(.alive) + coverage.count(.silent) + coverage.count(.unreachable)
        guard judged < coverage.targets else { return nil }
        let gap = coverage.targets - judged
        return "the latest run left \(gap) of \(coverage.targets) addresses without a verdict; let one run to its end"
    }

    /// What is known about its scans.
    package var scan: SubnetScan {
        let latest = watches.max { ($0.latest.ended, $1.vantage) < ($1.latest.ended, $0.vantage) }
        let completed = lastCompleteScan
        let completing = watches.first { completed != nil && $0.lastComplete?.ended == completed }
        return SubnetScan(
            vrf: subnet.vrfName, prefix: subnet.prefix.value, vantage: completing?.vantage ?? latest?.vantage,
            completed: completed, coverage: latest?.latest.coverage
        )
    }
}
