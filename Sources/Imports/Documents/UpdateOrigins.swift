import Addressing
package import Edits
package import Findings

/// The rows to which files that were changed owe what they say.
package struct UpdateOrigins {
    /// An entry that updates changed, where it stands in the changed file.
    private struct Entry {
        let place: SourceLocation
        let updates: [DraftUpdate]
    }

    private var entries: [String: [Entry]] = [:]
    private var lines: [String: [Substring]] = [:]

    /// Finds the changed entries: an update changes what an entry says, but not which one of its list it is.
    ///
    /// - Throws: ``EditError`` if a file cannot be edited.
    package init(
        of updates: [DraftUpdate], in sources: SourceFiles, becoming edited: [SourceFile]
    ) throws(EditError) {
        let updates = Dictionary(grouping: updates) { sources[$0.target.span].path }
        for file in edited {
            guard let updates = updates[file.path], let source = sources.file(at: file.path) else { continue }
            let (before, after) = (try DocumentEdit(source), try DocumentEdit(file))
            var locator = SourceLocator(SourceFiles([file]))
            var found: [Entry] = []
            for (list, updates) in Dictionary(grouping: updates, by: \.target.list) {
                let (old, new) = (ListEntries(ofList: list, in: before), ListEntries(ofList: list, in: after))
                for (place, updates) in Dictionary(grouping: updates, by: { old.place(around: $0.target.span) }) {
                    guard let place, place < new.spans.count else { continue }
                    found.append(Entry(place: locator.location(of: new.spans[place]), updates: updates))
                }
            }
            entries[file.path] = found.sorted { $0.place < $1.place }
            lines[file.path] = String(decoding: file.bytes, as: UTF8.self).split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }
    }

    /// The row that changed what stands at a place; of several that changed the entry the one whose words stand there.
    package func origin(at location: SourceLocation) -> Origin? {
        guard let entries = entries[location.path], let lines = lines[location.path] else { return nil }
        let index = entries.partitionIndex {
            ($0.place.endLine, $0.place.endColumn) < (location.endLine, location.endColumn)
        }
        guard index < entries.count,
            (entries[index].place.line, entries[index].place.column) <= (location.line, location.column)
        else { return nil }
        let updates = entries[index].updates
        let line = lines.indices.contains(location.line - 1) ? lines[location.line - 1] : ""
        return (updates.last { $0.change.words.contains { line.contains($0) } } ?? updates.last)?.origin
    }
}

extension DraftUpdate.Change {
    /// What it writes, as far as that tells one row from others.
    fileprivate var words: [String] {
        switch self {
        case .set(_, let value), .setOfInterface(_, _, let value): value.words
        case .addPool(let pool): ["\(pool.range)"]
        case .addInterface(let interface):
            [interface.mac?.description].compactMap(\.self) + interface.addresses.map { "\($0.address)" }
        case .addAddress(let address, _): ["\(address.address)"] + address.names
        case .setOfAddress(let address, _, _, let value): ["\(address.address)"] + value.words
        // Whatever is declared of an object comes from one entry.
        case .edit: []
        }
    }
}

extension DraftValue {
    fileprivate var words: [String] {
        switch self {
        case .text(let text): [text]
        case .number(let number): ["\(number)"]
        case .texts(let texts): texts
        }
    }
}
