import Findings
import InventoryModel
import YAMLSyntax

/// Takes out of the inventory what nobody needs.
package struct Pruning: InventoryChange {
    private let agreed: [PruneCandidate]

    /// Prunes what was shown and agreed on.
    package init(_ agreed: [PruneCandidate]) {
        self.agreed = agreed
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let found = try PruneCandidates.find(in: draft.loaded, draft.project, in: draft.world)
        let known = Set(agreed.map(\.identity))
        guard found.count == agreed.count, found.allSatisfy({ known.contains($0.identity) }) else {
            throw WorkflowError("the inventory changed meanwhile, and nothing was written: look at it again")
        }
        for candidate in found {
            try draft.remove(candidate.span, fromList: candidate.list)
            draft.note("Prune \(candidate.title), \(candidate.reason)")
        }
    }
}
