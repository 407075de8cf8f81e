import Addressing
import Findings

/// Finds records that are declared though they are there already: the second place is forgotten when the first changes.
struct RepeatedRecords {
    private(set) var problems: [ZoneProblem] = []

    init(_ deriver: ZoneDeriver) {
        for drafts in deriver.drafts {
            var first: [Key: DraftRecord] = [:]
            // What follows from an address or a zone was there first, wherever it is written.
            let inOrder = drafts.filter { !$0.isDeclared } + drafts.filter(\.isDeclared).sorted { $0.span < $1.span }
            for draft in inOrder {
                let key = Key(owner: draft.owner, data: draft.data)
                guard let earlier = first[key] else {
                    first[key] = draft
                    continue
                }
                if draft.isDeclared { report(draft, earlier) }
            }
        }
    }

    private struct Key: Hashable {
        let owner: DomainName
        let data: RecordData
    }

    private mutating func report(_ draft: DraftRecord, _ earlier: DraftRecord) {
        let reason = "'\(draft.owner)' has the \(draft.data.type) record '\(draft.data)' already"
        let note = earlier.isDeclared ? "declared here" : "it follows from this"
        problems.append(
            ZoneProblem(
                .duplicateRecord, draft.owner, reason, at: draft.span, related: [Fault.Note(note, at: earlier.span)],
                help: "delete one of them"
            )
        )
    }
}
