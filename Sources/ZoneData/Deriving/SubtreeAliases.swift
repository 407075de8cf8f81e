import Addressing
import Findings

/// Leaves out what DNAME records make unreachable: all names below theirs (RFC 6672, 2.4), and a second one at a name.
struct SubtreeAliases {
    private(set) var kept: [DraftRecord] = []
    private(set) var problems: [ZoneProblem] = []
    private let aliases: [DomainName: DraftRecord]

    init(_ drafts: [DraftRecord]) {
        let declared = drafts.filter { $0.data.type == .subtreeAlias }
        aliases = Dictionary(declared.map { ($0.owner, $0) }) { min($0, $1) }
        guard !aliases.isEmpty else {
            kept = drafts
            return
        }
        for draft in drafts {
            if let alias = alias(above: draft.owner) {
                report(
                    draft, .recordBelowDelegation, "'\(draft.owner)' lies below '\(alias.owner)', which is a DNAME",
                    alias)
            } else if draft.data.type == .subtreeAlias, let alias = aliases[draft.owner], alias.data != draft.data {
                report(draft, .cnameConflict, "'\(draft.owner)' has several DNAME records", alias)
            } else {
                kept.append(draft)
            }
        }
    }

    private func alias(above name: DomainName) -> DraftRecord? {
        sequence(first: name, next: \.parent).dropFirst().lazy.compactMap { aliases[$0] }.first { _ in true }
    }

    private mutating func report(
        _ draft: DraftRecord, _ kind: ZoneProblem.Kind, _ reason: String, _ alias: DraftRecord
    ) {
        problems.append(
            ZoneProblem(
                kind, draft.owner, reason, at: draft.span, related: [Fault.Note("the DNAME record", at: alias.span)]))
    }
}
