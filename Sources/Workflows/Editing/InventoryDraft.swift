import Chronology
import Edits
import Findings
import InventoryModel
import Observations
import YAMLSyntax

/// An inventory that is being changed: what it declares, and the edits of its files.
package struct InventoryDraft {
    /// The inventory before the change.
    let loaded: LoadedInventory
    /// Whether something in it could not be read, and may refer to anything.
    let hasGaps: Bool
    let project: Project
    let world: World
    /// The file that new entries are to go to, if somebody said so.
    let file: String?
    /// What the change comes to, a line each.
    private(set) var results: [String] = []
    /// What the change does.
    private(set) var notes: [EditOutcome.Note] = []
    private var edits: [String: DocumentEdit] = [:]
    /// The files that were edited since the last note.
    private var unnoted: Set<String> = []
    /// What was taken out of top-level lists.
    private var removed: Set<SourceSpan> = []

    init(_ loaded: LoadedInventory, hasGaps: Bool, file: String?, _ project: Project, _ world: World) {
        self.loaded = loaded
        self.hasGaps = hasGaps
        self.project = project
        self.world = world
        self.file = file
    }

    /// Refuses to hold addresses until a day that is over.
    func requireFuture(_ expires: CalendarDate?) throws(WorkflowError) {
        let today = world.now().day
        guard let expires, expires < today else { return }
        throw WorkflowError("--expires \(expires) is over: today is \(today)", status: .usage)
    }

    /// Notes what was done since the last note, for people and for the commit: a sentence without a full stop.
    mutating func note(_ message: String) {
        notes.append(EditOutcome.Note(message, files: unnoted.sorted()))
        unnoted = []
    }

    /// Notes what the notes so far come to.
    mutating func noteFirst(_ message: String) {
        notes.insert(EditOutcome.Note(message, files: []), at: 0)
    }

    /// Notes what the change comes to.
    mutating func give(_ result: String) {
        results.append(result)
    }

    /// Edits the object of the inventory that stands on a span.
    mutating func edit(
        _ span: SourceSpan, _ change: (inout DocumentEdit, YAMLTree.NodeID) -> Void
    ) throws(WorkflowError) {
        let path = loaded.sources[span].path
        var document = try document(at: path)
        guard let node = document.node(at: span) else {
            throw WorkflowError("what is to be changed is not found in '\(path)' any more: try again")
        }
        change(&document, node)
        keep(document, of: path)
    }

    private mutating func keep(_ document: DocumentEdit, of path: String) {
        edits[path] = document
        unnoted.insert(path)
    }

    /// How many items the list has that stands under a key of the object on a span, whether they could be read or not.
    func count(of list: String, at span: SourceSpan) throws(WorkflowError) -> Int {
        let document = try document(at: loaded.sources[span].path)
        let items = document.node(at: span).flatMap { document.list(list, in: $0) }.map { document.tree.count(of: $0) }
        return items ?? 0
    }

    /// The words under keys that nobody knows, where zones and settings say what is in DNS: each may be a name.
    func wordsUnderUnknownKeys() throws(WorkflowError) -> [String] {
        var words: [String] = []
        for finding in loaded.findings.all where finding.rule == "unknown-key" {
            guard let place = finding.location else { continue }
            let document = try document(at: place.path)
            let offset = document.file.bytes.offset(ofLine: place.line, column: place.column)
            words += document.texts(underKeyAt: offset, below: ["zones", "settings"])
                .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        }
        return words
    }

    /// Edits what begins at a place; the change gets its offset in the file.
    mutating func edit(
        at location: SourceLocation, _ change: (inout DocumentEdit, Int) -> Void
    ) throws(WorkflowError) {
        var document = try document(at: location.path)
        change(&document, document.file.bytes.offset(ofLine: location.line, column: location.column))
        keep(document, of: location.path)
    }

    /// Puts an entry into a list at the top of a file.
    ///
    /// - Parameter subnet: the network that it has to do with.
    mutating func add(_ entry: YAMLValue, toList list: String, near subnet: Subnet?) throws(WorkflowError) {
        let path = try place(of: list, near: subnet)
        var document = try document(at: path)
        document.add([entry], toList: list)
        keep(document, of: path)
    }

    /// Takes the entry that stands on a span out of a list at the top of its file.
    ///
    /// - Throws: ``WorkflowError`` if it was taken out already, for being named in two ways.
    mutating func remove(_ span: SourceSpan, fromList key: String) throws(WorkflowError) {
        guard removed.insert(span).inserted else {
            var locator = SourceLocator(loaded.sources)
            let place = locator.location(of: span)
            throw WorkflowError("what stands at \(place.path):\(place.line) is named twice", status: .usage)
        }
        try edit(span) { document, node in
            if let list = document.list(key) { document.remove(node, from: list) }
        }
    }

    private func document(at path: String) throws(WorkflowError) -> DocumentEdit {
        if let known = edits[path] { return known }
        do {
            return try DocumentEdit(loaded.sources.file(at: path) ?? SourceFile(path: path, bytes: []))
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// The files that change, with their new content.
    func finish() throws(WorkflowError) -> [OutputFile] {
        var files: [OutputFile] = []
        for (path, edit) in edits.sorted(by: { $0.key < $1.key }) {
            do {
                let bytes = try edit.finish().bytes
                if bytes != edit.file.bytes { files.append(OutputFile(path: path, bytes: bytes)) }
            } catch {
                throw WorkflowError(error.message)
            }
        }
        return files
    }
}

extension [UInt8] {
    /// The offset of a place in a text; lines and columns are 1-based, and columns count Unicode scalars.
    fileprivate func offset(ofLine line: Int, column: Int) -> Int {
        var offset = 0
        for _ in 1..<Swift.max(1, line) {
            offset = self[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
        }
        for _ in 1..<Swift.max(1, column) where offset < count {
            offset += 1
            while offset < count, self[offset] & 0xc0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
