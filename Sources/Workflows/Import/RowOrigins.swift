import Findings
import Imports

/// The rows to which the files of an import owe what they say.
struct RowOrigins {
    /// The new files, by the paths under which they are judged.
    let documents: [String: DraftDocument]
    /// The files that were there.
    let updates: UpdateOrigins

    /// The row that something at a place comes from; nil if it was there before.
    func origin(at location: SourceLocation) -> Origin? {
        documents[location.path].map { $0.origin(ofLine: location.line) } ?? updates.origin(at: location)
    }
}
