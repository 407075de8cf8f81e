package import Findings
package import Observations

/// All that one validation or drift run found out: the input of every report format.
package struct FindingReport: Sendable {
    /// What was examined.
    package enum Kind: Sendable, CaseIterable {
        /// The inventory by itself.
        case validation
        /// The inventory against the network.
        case drift
    }

    /// What was examined.
    package let kind: Kind
    /// What was found, waived findings included.
    package let findings: FindingList
    /// The files that findings point into, for quoting their lines.
    package let sources: SourceFiles
    /// How much of what is alive is claimed; nil in validation.
    package let coverage: LiveCoverage?
    /// What is known about the scans of each subnet; empty in validation.
    package let scans: [SubnetScan]
    /// Whether waived findings are listed; they are counted in any case.
    package var showsWaived: Bool
    /// What else the reader should know, one sentence each.
    package let notices: [String]

    /// Makes a report; coverage and scans belong to drift alone.
    package init(
        kind: Kind, findings: FindingList, sources: SourceFiles, coverage: LiveCoverage? = nil,
        scans: [SubnetScan] = [], showsWaived: Bool = false, notices: [String] = []
    ) {
        self.kind = kind
        self.findings = findings
        self.sources = sources
        self.coverage = coverage
        self.scans = scans
        self.showsWaived = showsWaived
        self.notices = notices
    }

    /// The findings that the report lists.
    package var listed: [Finding] { showsWaived ? findings.all : findings.open }

    /// How many findings of each sort there are.
    package var counts: FindingCounts { FindingCounts(findings) }
}
