package import Changes
package import Findings
import JSONShapes
package import Reports

/// All that `ipam plan` has to say about a change: the input of its renderings.
package struct ChangeReport: Sendable {
    /// A side of the comparison, as people name it.
    package struct Revision: Hashable, Sendable {
        /// What the user called it.
        package let name: String
        /// The full id of its commit; nil for the working tree.
        package let id: String?

        /// Names a side.
        package init(name: String, id: String?) {
            self.name = name
            self.id = id
        }
    }

    /// What the change is to be merged into, and the commit that it was begun at.
    package let base: Revision
    /// What the change has come to.
    package let head: Revision
    /// What it means; nil if its inventory could not be read.
    package let changes: ChangeSet?
    /// Whether it removes more than it may; nil if that is not known.
    package let safety: SafetyVerdict?
    /// What is wrong that was not wrong before, and what is wrong with the change itself.
    package let findings: FindingList
    /// What was wrong and is not any more.
    package let resolved: [Finding]
    /// How much is as wrong as it was.
    package let persisting: Int
    /// What else the reader should know, one sentence each without a full stop.
    package let notices: [String]
    /// The same differences as those of ``changes``, each with its place.
    package let placed: [PlacedChange]
    /// Whether waived findings are listed; they are counted in any case.
    package var showsWaived = false
    private let sources: SourceFiles
    private let rules: [RuleCard]

    /// A difference and where it is declared.
    package struct PlacedChange: Hashable, Sendable {
        /// The difference.
        package let change: Change
        /// Where it is declared; for what is gone, where it was.
        package let location: SourceLocation
    }

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - sources: the files of both sides, which count them alike.
    ///   - rules: the rules that were checked.
    package init(
        base: Revision, head: Revision, changes: ChangeSet?, safety: SafetyVerdict?, findings: FindingList,
        resolved: [Finding], persisting: Int, sources: (base: SourceFiles, head: SourceFiles), rules: [RuleCard],
        notices: [String]
    ) {
        self.base = base
        self.head = head
        self.changes = changes
        self.safety = safety
        self.findings = findings
        self.resolved = resolved
        self.persisting = persisting
        self.notices = notices
        self.rules = rules
        self.sources = SourceFiles(sources.head.files.filter { !$0.bytes.isEmpty })
        var before = SourceLocator(sources.base)
        var after = SourceLocator(sources.head)
        placed = (changes?.changes ?? []).map {
            PlacedChange(
                change: $0, location: $0.isGone ? before.location(of: $0.span) : after.location(of: $0.span))
        }
    }

    /// Whether the change removes more than it may.
    package var isStopped: Bool { safety?.isStop ?? false }

    /// The findings alone, for formats that know nothing of changes.
    var findingReport: FindingReport {
        FindingReport(
            kind: .change, findings: findings, sources: sources, rules: rules, showsWaived: showsWaived,
            notices: notices)
    }
}

extension ChangeReport: Reportable {
    /// The report in a format: formats that know nothing of changes get the findings.
    package func render(as format: any ReportFormat, style: ReportStyle) -> String {
        switch format {
        case is HumanReport: HumanChangeReport(self, style: style).text
        case is MarkdownReport: summary(limit: MarkdownReport.limit)
        case is JSONReport: ChangeReportSchema.shape.json(self).text()
        default: format.render(findingReport, style: style)
        }
    }

    package func summary(limit: Int) -> String { MarkdownChangeReport(self, limit: limit).text }
}
