/// Changes of one kind that come into one commit; all are made in the inventory as it was before the first.
package struct JointChange: InventoryChange {
    /// How many of them a headline names.
    private static let most = 3

    private let verb: String
    private let parts: [(name: String, change: any InventoryChange)]

    /// Joins changes.
    ///
    /// - Parameters:
    ///   - verb: what they do, such as `Release`.
    ///   - parts: the changes, each with the name of what it is done to.
    package init(_ verb: String, _ parts: [(name: String, change: any InventoryChange)]) {
        self.verb = verb
        self.parts = parts
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        var changed: [String] = []
        for part in parts {
            let known = draft.notes.count
            try part.change.make(in: &draft)
            if draft.notes.count > known { changed.append(part.name) }
        }
        guard changed.count > 1 else { return }
        let rest = changed.count - Self.most
        // One more is named as soon as counted.
        let names = changed.prefix(rest > 1 ? Self.most : changed.count).joined(separator: ", ")
        draft.noteFirst(rest > 1 ? "\(verb) \(names) and \(rest) more" : "\(verb) \(names)")
    }
}
