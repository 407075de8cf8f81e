package import Imports

/// What an import came to.
package struct ImportOutcome: Sendable {
    /// A file of the inventory that is written.
    package struct FileChange: Hashable, Sendable {
        /// The path.
        package let path: String
        /// Whether there was none before.
        package let isNew: Bool
    }

    /// The files that were imported, by the place that origins name.
    package let files: [String]
    /// How many rows they have.
    package let rows: Int
    /// What is new and what changes.
    package let news: DraftNews
    /// What has to be said about rows, by file and row.
    package let remarks: [Remark]
    /// The files of the inventory that are written, or would be.
    package internal(set) var changes: [FileChange] = []
    /// Whether they were written.
    package internal(set) var isWritten = false

    /// How many rows are wrong.
    package var faultyRows: Int { Set(remarks.filter { $0.kind == .fault }.map(\.origin)).count }
}
