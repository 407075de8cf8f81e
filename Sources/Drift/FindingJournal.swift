import Findings
import InventoryModel

/// What a rule reports, written down as findings.
struct FindingJournal {
    private(set) var findings: [Finding] = []
    var writer = EvidenceWriter()
    private var locator: SourceLocator
    private var card: RuleCard?
    private var severity = Severity.error

    init(_ sources: SourceFiles) {
        locator = SourceLocator(sources)
    }

    /// Begins the findings of a rule.
    mutating func open(_ card: RuleCard, severity: Severity) {
        self.card = card
        self.severity = severity
    }

    /// Writes a finding down.
    mutating func add(
        _ message: String, _ subject: Subject, at span: SourceSpan?, related: [Fault.Note] = [], evidence: Evidence?,
        help: String, edit: DraftEdit? = nil, _ mode: DriftMode
    ) {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        findings.append(
            Finding(
                rule: card.id,
                severity: mode == .warn ? min(severity, .warning) : severity,
                message: message,
                help: help,
                edit: edit.map { draft in
                    InventoryEdit(
                        draft.action, draft.key, draft.value, at: draft.span.map { locator.location(of: $0) })
                },
                location: span.map { locator.location(of: $0) },
                related: related.map { Finding.Related($0.message, at: locator.location(of: $0.span)) },
                subject: subject,
                evidence: evidence
            )
        )
    }
}
