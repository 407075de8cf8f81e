package import Chronology

/// Findings in the one order in which all reports print them, waived ones marked.
package struct FindingList: Sendable {
    /// All findings, sorted by place, then rule, then subject.
    package let all: [Finding]
    /// The waivers that hold and cover none of the findings.
    package let unusedWaivers: [Waiver]

    /// Sorts findings, tells equal ones apart, and marks those that a waiver holding on `today` covers.
    ///
    /// - Parameter holders: the names of the devices and reservations that a subject belongs to, by which a waiver may
    ///   mean it too.
    package init(
        _ findings: [Finding], waivers: [Waiver], today: CalendarDate,
        holders: @escaping (Subject) -> [String] = { _ in [] }
    ) {
        var table = WaiverTable(waivers.filter { $0.holds(on: today) }, holders: holders)
        all = Self.distinct(findings.sorted(by: Self.precedes)).map { finding in
            var finding = finding
            finding.waiver = table.waiver(of: finding).map {
                WaiverNote(reason: $0.reason, owner: $0.owner, expires: "\($0.expires.value)")
            }
            return finding
        }
        unusedWaivers = table.unused
    }

    private init(sorted findings: [Finding], unusedWaivers: [Waiver]) {
        all = Self.distinct(findings)
        self.unusedWaivers = unusedWaivers
    }

    /// The list with more findings, which no waiver covers.
    package func adding(_ findings: [Finding]) -> FindingList {
        findings.isEmpty
            ? self
            : FindingList(sorted: (all + findings).sorted(by: Self.precedes), unusedWaivers: unusedWaivers)
    }

    /// Sorted findings, each with a fingerprint of its own.
    private static func distinct(_ findings: [Finding]) -> [Finding] {
        var seen: [Fingerprint: Int] = [:]
        return findings.map { finding in
            var finding = finding
            let ordinal = seen[finding.fingerprint, default: 0]
            seen[finding.fingerprint] = ordinal + 1
            if ordinal > 0 {
                finding.fingerprint = Fingerprint(rule: finding.rule, subject: finding.subject, ordinal: ordinal)
            }
            return finding
        }
    }

    /// The findings that no waiver covers.
    package var open: [Finding] { all.filter { $0.waiver == nil } }

    /// The findings that a waiver covers.
    package var waived: [Finding] { all.filter { $0.waiver != nil } }

    /// How many open findings have this severity.
    package func count(_ severity: Severity) -> Int { open.count { $0.severity == severity } }

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
