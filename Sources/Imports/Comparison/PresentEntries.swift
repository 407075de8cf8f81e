import Declarations
import Edits
import Findings

/// What the entries of the files that are there say, found by where they stand.
struct PresentEntries {
    /// The lists of one file.
    private struct File {
        let edit: DocumentEdit
        var lists: [String: ListEntries] = [:]
    }

    private let sources: SourceFiles
    private var files: [UInt32: File] = [:]

    init(_ sources: SourceFiles) {
        self.sources = sources
    }

    /// What the entry around a span says; nil if the file cannot be read, or no entry stands there.
    mutating func entry(around span: SourceSpan, under key: String) -> YAMLValue? {
        guard var file = files[span.file] ?? (try? DocumentEdit(sources[span])).map({ File(edit: $0) }) else {
            return nil
        }
        // Taken out meanwhile, so that its lists are added to in place and not copied.
        files[span.file] = nil
        let entries = file.lists[key] ?? ListEntries(ofList: key, in: file.edit)
        file.lists[key] = entries
        files[span.file] = file
        return entries.place(around: span).map { YAMLValue(file.edit.tree, entries.nodes[$0]) }
    }
}
