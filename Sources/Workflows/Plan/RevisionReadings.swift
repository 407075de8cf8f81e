import FileStore
import Findings
import GitObjects
import InventoryModel

/// The inventories of several revisions, read together: a file that revisions share is read once.
///
/// All of them count files alike, so that a span means the same file in each; what a revision lacks is empty in it.
struct RevisionReadings {
    /// One revision's part.
    struct Side: Sendable {
        /// The full id of the commit; nil for the working tree.
        let commit: String?
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

        /// What is to be read; nil if nothing is.
        var bytes: [UInt8]? { if case .file(let bytes) = self { bytes } else { nil } }
    }

    /// A path, and which of several entries of that name: names that are no UTF-8 can look alike.
    private struct Key: Hashable, Comparable {
        let path: String
        let ordinal: Int

        static func < (left: Key, right: Key) -> Bool { (left.path, left.ordinal) < (right.path, right.ordinal) }
    }

    /// Reads snapshots; one without files is as an empty one.
    ///
    /// - Parameter directory: what paths begin with.
    init(_ snapshots: [PlanRevisions.Snapshot], below directory: String) {
        let entries = snapshots.map { $0.tree.map { Self.entries(of: $0, below: directory) } ?? [:] }
        let keys = Set(entries.flatMap(\.keys)).sorted()
        let contents = entries.map { entries in keys.map { entries[$0] ?? .nothing } }
        self.contents = contents

        let readings = InventoryReader.read(Self.files(of: contents, keys), revisions: contents.count)
        sides = zip(snapshots, zip(contents, readings)).map { snapshot, side in
            let (contents, reading) = side
            let sources = zip(keys, contents).map { key, content in
                SourceFile(path: key.path, bytes: content.bytes ?? [])
            }
            return Side(
                commit: snapshot.commit?.id,
                sources: SourceFiles(sources),
                reading: InventoryReading(
                    inventory: reading.inventory, faults: reading.faults + Self.refusals(contents, keys))
            )
        }
    }

    /// All that there is to read, in the order of paths, what revisions share once.
    private static func files(of contents: [[Content]], _ keys: [Key]) -> [SharedFile] {
        keys.indices.flatMap { file in
            var versions: [(bytes: [UInt8], revisions: [Int])] = []
            for revision in contents.indices {
                guard let bytes = contents[revision][file].bytes else { continue }
                if let known = versions.firstIndex(where: { $0.bytes == bytes }) {
                    versions[known].revisions.append(revision)
                } else {
                    versions.append((bytes, [revision]))
                }
            }
            return versions.map { version in
                SharedFile(
                    SourceFile(path: keys[file].path, bytes: version.bytes), index: UInt32(file),
                    revisions: version.revisions)
            }
        }
    }

    /// The place of a commit among the sides; nil if it was not read.
    func place(of commit: String) -> Int? { sides.firstIndex { $0.commit == commit } }

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
