/// Something that is to become different in the inventory.
package protocol InventoryChange: Sendable {
    /// Makes the change in a draft.
    ///
    /// - Throws: ``WorkflowError`` if it cannot be made, or nobody could have meant it.
    func make(in draft: inout InventoryDraft) throws(WorkflowError)
}

/// What became of changes.
package struct EditOutcome: Sendable {
    /// What was done, in a sentence.
    package struct Note: Sendable {
        /// The sentence without a full stop, such as `Assign 192.0.2.7 to nas eth0`.
        package let text: String
        /// The files in which it was done, by path; none for what belongs to another note.
        package let files: [String]

        /// Notes what was done; line ends, which names may bring along, become spaces.
        init(_ text: String, files: [String]) {
            self.text = String(text.map { $0.isNewline ? " " : $0 })
            self.files = files
        }
    }

    /// What the changes came to, a line each, such as the address that was claimed.
    package var results: [String] = []
    /// What was done.
    package var notes: [Note] = []
    /// The files that were changed, or would be, by path.
    package var changed: [String] = []
    /// The lines that changed, or would, as a unified diff.
    package var diff = ""
    /// The ids of the commits that were made.
    package var commits: [String] = []
    /// The branch that they are on.
    package var branch: String?
}
