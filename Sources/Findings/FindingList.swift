package import Chronology

/// Findings in the one order in which all reports print them, waived ones marked.
package struct FindingList: Sendable {
    /// All findings, sorted by place, then rule, then subject.
    package let all: [Finding]
    /// The findings that no waiver covers.
    package let open: [Finding]
    /// The waivers that hold and cover none of the findings.
    package let unusedWaivers: [Waiver]
    /// How many findings that no waiver covers were left out, since something else was asked for.
    package private(set) var leftOut: Int
    /// How many findings that a waiver covers are known by their number alone, as in a saved report.
    package let unlistedWaived: Int
    private let openBySeverity: [Severity: Int]

    /// Sorts findings, tells equal ones apart, and marks those that a waiver holding on `today` covers.
    ///
    /// - Parameter holders: the names of the devices and reservations that a subject belongs to, by which a waiver may
    ///   mean it too.
    package init(
        _ findings: [Finding], waivers: [Waiver], today: CalendarDate,
        holders: @escaping (Subject) -> [String] = { _ in [] }
    ) {
        var table = WaiverTable(waivers.filter { $0.holds(on: today) }, holders: holders)
        var all = Self.distinct(findings.sorted(by: Self.precedes))
        for index in all.indices {
            guard let waiver = table.waiver(of: all[index]) else { continue }
            all[index].waiver = WaiverNote(
                reason: waiver.reason, owner: waiver.owner, expires: "\(waiver.expires.value)")
        }
        self.init(settled: all, unusedWaivers: table.unused)
    }

    /// Takes findings that are sorted, told apart and marked already.
    package init(
        settled all: [Finding], unusedWaivers: [Waiver] = [], leftOut: Int = 0, unlistedWaived: Int = 0
    ) {
        self.all = all
        self.leftOut = leftOut
        self.unlistedWaived = unlistedWaived
        self.unusedWaivers = unusedWaivers
        // Without waivers both lists share their storage.
        open = all.contains { $0.waiver != nil } ? all.filter { $0.waiver == nil } : all
        openBySeverity = open.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    }

    /// The list with more findings, which its waivers do not cover.
    package func adding(_ findings: [Finding]) -> FindingList {
        guard !findings.isEmpty else { return self }
        let sorted = (all + findings).sorted(by: Self.precedes)
        return FindingList(settled: Self.distinct(sorted), unusedWaivers: unusedWaivers)
    }

    /// Sorted findings, each with a fingerprint of its own.
    private static func distinct(_ findings: [Finding]) -> [Finding] {
        var seen: [Fingerprint: Int] = [:]
        var findings = findings
        for index in findings.indices {
            let fingerprint = findings[index].fingerprint
            let ordinal = seen[fingerprint, default: 0]
            seen[fingerprint] = ordinal + 1
            guard ordinal > 0 else { continue }
            findings[index].fingerprint = Fingerprint(
                rule: findings[index].rule, subject: findings[index].subject, ordinal: ordinal)
        }
        return findings
    }

    /// Those findings alone that `isWanted` picks, with the fingerprints that they have among all.
    package func only(where isWanted: (Finding) -> Bool) -> FindingList {
        FindingList(settled: all.filter(isWanted), unusedWaivers: unusedWaivers)
    }

    /// The same, where readers have to be told how many others there are.
    package func limited(to isWanted: (Finding) -> Bool) -> FindingList {
        var list = only(where: isWanted)
        list.leftOut = open.count - list.open.count
        return list
    }

    /// The same findings where files have other paths.
    package func renamingFiles(_ newPath: (String) -> String) -> FindingList {
        FindingList(
            settled: all.map { $0.renamingFiles(newPath) }, unusedWaivers: unusedWaivers, leftOut: leftOut,
            unlistedWaived: unlistedWaived)
    }

    /// The findings that a waiver covers.
    package var waived: [Finding] { open.count == all.count ? [] : all.filter { $0.waiver != nil } }

    /// How many open findings have this severity.
    package func count(_ severity: Severity) -> Int { openBySeverity[severity, default: 0] }

    /// Whether an open finding is at least as grave as `threshold`.
    package func reaches(_ threshold: Severity) -> Bool { open.contains { $0.severity >= threshold } }

    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        switch (left.location, right.location) {
        case (let here?, let there?) where here != there: here < there
        case (nil, .some): false
        case (.some, nil): true
        default:
            (left.rule, left.subject, left.message) < (right.rule, right.subject, right.message)
        }
    }
}
