/// Something that has to be said about a row that is imported.
package struct Remark: Hashable, Sendable {
    /// What becomes of the row.
    package enum Kind: String, Sendable, CaseIterable {
        /// It is no row: the file as a whole, or all that stands behind, cannot be made sense of.
        case refusal
        /// It is wrong and cannot be taken.
        case fault
        /// It is taken, or not, as it is right; something of it has no place in an inventory.
        case loss
        /// It is worth knowing how it was understood.
        case note
    }

    /// What becomes of the row.
    package let kind: Kind
    /// The row, or the file as a whole.
    package let origin: Origin
    /// The column or key; nil if it is the row as a whole.
    package let column: String?
    /// What is the matter and what to do, as a clause without a full stop; not yet escaped for any sink.
    package let message: String

    /// Makes a remark.
    package init(_ kind: Kind, _ origin: Origin, column: String? = nil, _ message: String) {
        self.kind = kind
        self.origin = origin
        self.column = column
        self.message = message
    }
}
