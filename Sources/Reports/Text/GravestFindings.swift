import Findings

/// The gravest of many findings, in the order in which they came.
struct GravestFindings {
    /// The findings that are kept.
    let findings: [Finding]
    /// How many are not.
    let omitted: Int

    /// Keeps at most `limit` findings: open ones before waived ones, then the graver, then the earlier.
    init(of all: [Finding], limit: Int) {
        omitted = max(0, all.count - limit)
        guard omitted > 0 else {
            findings = all
            return
        }
        let ranked = all.indices.sorted { (Self.rank(all[$0]), $0) < (Self.rank(all[$1]), $1) }
        findings = ranked.prefix(limit).sorted().map { all[$0] }
    }

    private static func rank(_ finding: Finding) -> Int {
        if finding.waiver != nil { return 3 }
        switch finding.severity {
        case .error: return 0
        case .warning: return 1
        case .note: return 2
        }
    }
}
