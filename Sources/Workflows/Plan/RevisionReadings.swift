import FileStore
import Findings
import InventoryModel

/// The inventories of several revisions, read together: a file that revisions share is read once.
///
/// All of them count files alike, so that a span means the same file in each; what a revision lacks is empty in it.
struct RevisionReadings {
    /// One revision's part.
    struct Side: Sendable {
        /// The files, with an empty one for each that only other revisions have.
        let sources: SourceFiles
        /// What they declare.
        let reading: InventoryReading
    }

    /// The revisions in the order in which they were given.
    let sides: [Side]
    private let contents: [[Content]]

    /// What a revision has under one path.
    private enum Content: Hashable {
        case nothing
        case file([UInt8])
        case refused(FileProblem)
    }

    /// A path, and which of several entries of that name: names that are no UTF-8 can look alike.
    private struct Key: Hashable, Comparable {
        let path: String
        let ordinal: Int

        static func < (left: Key, right: Key) -> Bool { (left.path, left.ordinal) < (right.path, right.ordinal) }
    }

    /// Reads trees, nil standing for an empty one.
    ///
    /// - Parameter directory: what paths begin with.
    init(_ trees: [FileTree?], below directory: String) {
        let entries = trees.map { $0.map { Self.entries(of: $0, below: directory) } ?? [:] }
        let keys = Set(entries.flatMap(\.keys)).sorted()
        let contents = entries.map { entries in keys.map { entries[$0] ?? .nothing } }
        self.contents = contents

        var tasks: [Task] = []
        var places: [[Int?]] = contents.map { _ in [] }
        for file in keys.indices {
            for side in contents.indices {
                guard case .file(let bytes) = contents[side][file] else {
                    places[side].append(nil)
                    continue
                }
                if let twin = contents[..<side].firstIndex(where: { $0[file] == contents[side][file] }) {
                    places[side].append(places[twin][file])
                } else {
                    places[side].append(tasks.count)
                    tasks.append(Task(file: SourceFile(path: keys[file].path, bytes: bytes), index: UInt32(file)))
                }
            }
        }
        let fragments = tasks.concurrentMap(workers: 2) { InventoryReader.read($0.file, index: $0.index) }
        sides = contents.indices.concurrentMap(workers: 2) { [places] side in
            let reading = InventoryReader.merge(places[side].compactMap { $0.map { fragments[$0] } })
            let sources = zip(keys, contents[side]).map { key, content in
                if case .file(let bytes) = content {
                    SourceFile(path: key.path, bytes: bytes)
                } else {
                    SourceFile(path: key.path, bytes: [])
                }
            }
            let refusals = Self.refusals(contents[side], keys)
            return Side(
                sources: SourceFiles(sources),
                reading: InventoryReading(inventory: reading.inventory, faults: reading.faults + refusals)
            )
        }
    }

    private struct Task: Sendable {
        let file: SourceFile
        let index: UInt32
    }

    /// The files that differ between two revisions, by number.
    func changedFiles(from base: Int, to head: Int) -> Set<UInt32> {
        Set(contents[base].indices.filter { contents[base][$0] != contents[head][$0] }.map { UInt32($0) })
    }

    /// The files that a revision has itself.
    func files(of side: Int) -> SourceFiles {
        SourceFiles(
            zip(sides[side].sources.files, contents[side]).filter { $0.1 != .nothing }.map(\.0))
    }

    private static func entries(of tree: FileTree, below directory: String) -> [Key: Content] {
        func full(_ path: String) -> String { path.isEmpty ? directory : "\(directory)/\(path)" }
        var entries: [Key: Content] = [:]
        var seen: [String: Int] = [:]
        func add(_ content: Content, at path: String) {
            let ordinal = seen[full(path), default: 0]
            seen[full(path)] = ordinal + 1
            entries[Key(path: full(path), ordinal: ordinal)] = content
        }
        for file in tree.files { add(.file(file.bytes), at: file.path) }
        for problem in tree.problems { add(.refused(problem), at: problem.path) }
        return entries
    }

    private static func refusals(_ contents: [Content], _ keys: [Key]) -> [Fault] {
        zip(keys.indices, contents).compactMap { index, content in
            guard case .refused(let problem) = content else { return nil }
            return InventoryTree.fault(problem, path: keys[index].path, file: UInt32(index))
        }
    }
}
