import ChildProcesses
package import FileStore
import Foundation

extension GitRepository {
    /// The YAML files below a directory at several revisions, by the rules that ``TreeReader`` has for files on disk.
    ///
    /// Nothing is checked out. Contents that revisions share are read once and held once.
    /// - Parameter directory: a path as the user gave it, from the working directory.
    /// - Returns: the trees in the order of the revisions; nil where there is no such directory.
    /// - Throws: ``GitError`` if the path is no directory, or objects are missing.
    package func trees(of directory: String, at revisions: [GitRevision]) throws(GitError) -> [FileTree?] {
        let path = try pathFromTop(directory)
        let store = ObjectStore(program: program)
        let names = revisions.map { "\($0.id):\(path)" }
        var listings: [Listing?] = []
        for (revision, (name, header)) in zip(revisions, zip(names, try store.headers(of: names))) {
            guard let header else {
                listings.append(nil)
                continue
            }
            guard header.type == "tree" else {
                throw GitError(.missing, "'\(directory)' is no directory at '\(revision.name)'")
            }
            listings.append(try listing(of: header.object, named: name, store))
        }
        let files = listings.compactMap(\.self).flatMap(\.files)
        let contents = try wantedContents(of: files, store)
        return listings.map { $0.map { tree(of: $0, contents) } }
    }

    /// What of a tree is to be read, and what is refused without being looked at.
    private struct Listing {
        var files: [TreeEntry] = []
        var problems: [FileProblem] = []
    }

    private func listing(of tree: String, named name: String, _ store: ObjectStore) throws(GitError) -> Listing {
        let ending = try program.run(["ls-tree", "-r", "-z", "--full-tree", tree])
        guard ending.status == 0 else { throw GitError(.failed, "git ls-tree failed: \(ending.complaint)") }
        let reader = TreeReader()
        var listing = Listing()
        var links: [TreeEntry] = []
        var tooDeep: Set<String> = []
        for entry in TreeEntry.parse(ending.output) where !entry.isHidden {
            let folders = entry.path.split(separator: "/").dropLast()
            let isWanted = reader.suffixes.contains { entry.path.hasSuffix($0) }
            if folders.count > reader.depthLimit {
                tooDeep.insert(folders.prefix(reader.depthLimit + 1).joined(separator: "/"))
                continue
            }
            switch entry.kind {
            case .submodule: listing.problems.append(FileProblem(path: entry.path, kind: .submodule))
            case .symbolicLink where isWanted:
                listing.problems.append(FileProblem(path: entry.path, kind: .symbolicLink))
            case .symbolicLink: links.append(entry)
            case .file where isWanted: listing.files.append(entry)
            case .file: continue
            }
        }
        listing.problems += tooDeep.map { FileProblem(path: $0, kind: .tooDeep(limit: reader.depthLimit)) }
        listing.problems += try hiding(links, below: name, store)
        return listing
    }

    /// Links to files that are not wanted are nobody's concern; those to directories would hide files.
    private func hiding(
        _ links: [TreeEntry], below name: String, _ store: ObjectStore
    ) throws(GitError) -> [FileProblem] {
        guard !links.isEmpty else { return [] }
        let separator = name.hasSuffix(":") ? "" : "/"
        let askable = links.filter { !$0.path.utf8.contains(UInt8(ascii: "\n")) }
        let targets = try store.headers(of: askable.map { "\(name)\(separator)\($0.path)" }, followingLinks: true)
        let harmless = Set(zip(askable, targets).filter { $1?.type != "tree" }.map(\.0.path))
        return links.filter { !harmless.contains($0.path) }.map { FileProblem(path: $0.path, kind: .symbolicLink) }
    }

    /// The contents of all files that are not too large; nil stands for one that is.
    private func wantedContents(
        of files: [TreeEntry], _ store: ObjectStore
    ) throws(GitError) -> [String: [UInt8]] {
        let objects = Set(files.map(\.object)).sorted()
        guard !objects.isEmpty else { return [:] }
        let limit = TreeReader().sizeLimit
        var wanted: [String] = []
        for (object, header) in zip(objects, try store.headers(of: objects)) {
            guard let header else { throw ObjectStore.missing(object) }
            if header.size <= limit { wanted.append(object) }
        }
        return try store.contents(of: wanted)
    }

    private func tree(of listing: Listing, _ contents: [String: [UInt8]]) -> FileTree {
        var files: [FileTree.File] = []
        var problems = listing.problems
        for entry in listing.files {
            if let bytes = contents[entry.object] {
                files.append(FileTree.File(path: entry.path, bytes: bytes))
            } else {
                problems.append(FileProblem(path: entry.path, kind: .tooLarge(limit: TreeReader().sizeLimit)))
            }
        }
        return FileTree(files: files, problems: problems)
    }
}
