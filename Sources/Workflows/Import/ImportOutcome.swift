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
    /// What the rows of files are called that are no lines.
    let rowNames: [UInt32: RowNames]
    /// The files of the inventory that are written, or would be.
    package internal(set) var changes: [FileChange] = []
    /// Whether they were written.
    package internal(set) var isWritten = false

    /// Whether a file, or the rest of one, cannot be made sense of, so that nothing is written.
    package var isRefused: Bool { remarks.contains { $0.kind == .refusal } }
    /// Whether there are rows, and every one of them is wrong.
    package var isFaultThroughout: Bool { faultyRows > 0 && faultyRows >= rows }
    /// What a row is called, if not by its line.
    package func title(of origin: Origin) -> String? { rowNames[origin.file]?.title(of: origin) }
    /// Where a row is: `a.csv:5`, or `scan.xml, host 192.0.2.9`.
    package func place(of origin: Origin) -> String {
        let path = files[Int(origin.file)]
        if origin.isWholeFile { return path }
        return title(of: origin).map { "\(path), \($0)" } ?? "\(path):\(origin.row)"
    }
    /// How many rows are wrong.
    package var faultyRows: Int { Set(remarks.filter { $0.kind == .fault }.map(\.origin)).count }
}
