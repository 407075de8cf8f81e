/// A change of the inventory that would resolve a finding: what a person would write, and where.
package struct InventoryEdit: Hashable, Sendable {
    /// What becomes of the inventory.
    package enum Action: String, Sendable, CaseIterable {
        /// A list at the top of any file gets another entry.
        case add
        /// The text at the place gives way to another.
        case replace
        /// A key of the entry that stands at the place gets this value, whether it had one or not.
        case set
    }

    /// What to do.
    package let action: Action
    /// The key of the list or value: `reservations`, `mac`.
    package let key: String
    /// What to write, as YAML on one line: the entry without its dash, or the value.
    package let value: String
    /// Where; nil for an entry that may stand in any file.
    package let location: SourceLocation?

    /// Makes an edit.
    package init(_ action: Action, _ key: String, _ value: String, at location: SourceLocation?) {
        self.action = action
        self.key = key
        self.value = value
        self.location = location
    }

    /// The edit in one clause for people; not yet escaped for any sink.
    package var sentence: String {
        let place = location.map { " at \($0.path):\($0.line):\($0.column)" } ?? ""
        return switch action {
        case .add: "add `- \(value)` under `\(key):`\(place)"
        case .replace: "write `\(key): \(value)`\(place)"
        case .set: "say `\(key): \(value)` in the entry\(place)"
        }
    }
}
