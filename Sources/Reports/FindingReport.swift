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
        /// A change of the inventory.
        case change

        /// The command that examines it.
        var command: String {
            switch self {
            case .validation: "validate"
            case .drift: "drift"
            case .change: "plan"
            }
        }
    }

    /// What was examined.
    package let kind: Kind
    /// What was found, waived findings included.
    package private(set) var findings: FindingList
    /// The files that findings point into, for quoting their lines.
    package private(set) var sources: SourceFiles
    /// How much of what is alive is claimed; nil in validation.
    package let coverage: LiveCoverage?
    /// What is known about the scans of each subnet; empty in validation.
    package let scans: [SubnetScan]
    /// The rules that were checked, for formats that describe them; empty if they are not known.
    package var rules: [RuleCard]
    /// Whether waived findings are listed; they are counted in any case.
    package var showsWaived: Bool
    /// What else the reader should know, one sentence each.
    package let notices: [String]

    /// Makes a report; coverage and scans belong to drift alone.
    package init(
        kind: Kind, findings: FindingList, sources: SourceFiles, coverage: LiveCoverage? = nil,
        scans: [SubnetScan] = [], rules: [RuleCard] = [], showsWaived: Bool = false,
        notices: [String] = []
    ) {
        self.kind = kind
        self.findings = findings
        self.sources = sources
        self.coverage = coverage
        self.scans = scans
        self.rules = rules
        self.showsWaived = showsWaived
        self.notices = notices
    }

    /// The same report with paths from the top of the repository, for readers that know no working directory.
    func fromTop(_ style: ReportStyle) -> FindingReport {
        guard !style.directory.isEmpty else { return self }
        var report = self
        report.findings = findings.renamingFiles { RepositoryPath.of($0, in: style.directory) }
        report.sources = SourceFiles(
            sources.files.map {
                SourceFile(path: RepositoryPath.of($0.path, in: style.directory), bytes: $0.bytes)
            })
        return report
    }

    /// The findings that the report lists.
    package var listed: [Finding] { showsWaived ? findings.all : findings.open }

    /// What to name as the place of a finding that is declared nowhere, in formats that cannot do without: the
    /// directory of the inventory.
    package var commonPath: String {
        guard let first = sources.files.first?.path, let last = sources.files.last?.path else { return "inventory" }
        let folders = first.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let others = last.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let shared = zip(folders, others).prefix { $0 == $1 }.map(\.0).joined(separator: "/")
        return shared.isEmpty ? "inventory" : shared
    }

    /// How many findings of each sort there are.
    package var counts: FindingCounts { FindingCounts(findings) }
}
