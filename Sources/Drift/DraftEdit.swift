package import Findings

/// An edit that would resolve a finding, before its line number is known.
package struct DraftEdit: Sendable {
    let action: InventoryEdit.Action
    let key: String
    let value: String
    let span: SourceSpan?

    /// Another entry in a list at the top of any file; `entry` is YAML on one line, without the dash.
    package static func add(_ entry: String, to list: String) -> DraftEdit {
        DraftEdit(action: .add, key: list, value: entry, span: nil)
    }

    /// Another value in the place of one.
    package static func replace(_ key: String, at span: SourceSpan, with value: String) -> DraftEdit {
        DraftEdit(action: .replace, key: key, value: value, span: span)
    }

    /// A value for a key of the entry that stands at a place.
    package static func set(_ key: String, to value: String, in span: SourceSpan) -> DraftEdit {
        DraftEdit(action: .set, key: key, value: value, span: span)
    }
}
