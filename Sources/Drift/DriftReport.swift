package import Findings
package import Observations

/// What the comparison of inventory and network came to.
package struct DriftReport: Sendable {
    /// All differences, in no particular order.
    package let findings: [Finding]
    /// How much of what is alive the inventory accounts for.
    package let coverage: LiveCoverage
    /// What is known about the scans of each subnet that is to be scanned or was, sorted by VRF and prefix.
    package let scans: [SubnetScan]
    /// The subnets that are to be scanned and have no complete scan that is fresh enough, sorted by VRF and prefix.
    ///
    /// There is no verdict on them: that nothing is reported there does not mean that all is well.
    package let unjudged: [SubnetScan]
    private let isAnythingKnown: Bool

    init(
        findings: [Finding], coverage: LiveCoverage, scans: [SubnetScan], unjudged: [SubnetScan], isAnythingKnown: Bool
    ) {
        self.findings = findings
        self.coverage = coverage
        self.scans = scans
        self.unjudged = unjudged
        self.isAnythingKnown = isAnythingKnown
    }

    /// Whether the scans allow a verdict on the whole inventory; with nothing seen at all they never do.
    package var isConclusive: Bool { isAnythingKnown && unjudged.isEmpty }
}
