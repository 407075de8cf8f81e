/// Reads every file with certain name endings below a directory, and nothing that only pretends to be one.
///
/// Symbolic links are never followed, pipes and devices never opened for long, and what a descriptor turned out to be
/// is what counts, so a file that is swapped in the meantime gains nothing. Hidden files and directories are skipped.
package struct TreeReader: Sendable {
    /// Endings of the names to read.
    package var suffixes = [".yaml", ".yml"]
    /// The most bytes in a file.
    package var sizeLimit = 8 << 20
    /// The most directories on the way from the tree's root to a file.
    package var depthLimit = 32

    /// Makes a reader of YAML files of up to 8 MiB.
    package init() {}

    /// Reads the tree below `directory`, which may not be a symbolic link itself.
    ///
    /// - Throws: ``FileError`` if the directory cannot be listed; trouble below it is a ``FileProblem``.
    package func read(_ directory: String) throws(FileError) -> FileTree {
        let name = try FileName(path: directory, for: "read")
        let root: Descriptor
        do throws(SystemError) {
            root = try .directory(name)
        } catch {
            throw FileError("read", directory, error)
        }
        var walk = TreeWalk(reader: self)
        do throws(SystemError) {
            try walk.visit(root, path: "", depth: 0)
        } catch {
            throw FileError("read", directory, error)
        }
        return walk.finish()
    }
}

/// A walk in progress; directories still to be visited are held in a list instead of on the stack.
private struct TreeWalk {
    private struct Directory {
        let parent: Descriptor
        let name: FileName
        let path: String
        let depth: Int
    }

    private let reader: TreeReader
    private var waiting: [Directory] = []
    private var tree = FileTree()

    init(reader: TreeReader) {
        self.reader = reader
    }

    mutating func finish() -> FileTree {
        while let next = waiting.popLast() {
            do throws(SystemError) {
                try visit(.directory(next.name, in: next.parent), path: next.path + "/", depth: next.depth)
            } catch {
                report(next.path, .unreadable(error.description))
            }
        }
        tree.sort()
        return tree
    }

    mutating func visit(_ directory: Descriptor, path: String, depth: Int) throws(SystemError) {
        let names = try directory.names()
        // As in Git's own trees, another repository's files are not this one's.
        if depth > 0, names.contains(where: { $0.text == ".git" }) {
            return report(String(path.dropLast()), .submodule)
        }
        for name in names where !name.isHidden {
            let path = path + name.text
            do throws(SystemError) {
                try visit(name, in: directory, path: path, depth: depth)
            } catch {
                report(path, .unreadable(error.description))
            }
        }
    }

    private mutating func visit(
        _ name: FileName, in directory: Descriptor, path: String, depth: Int
    ) throws(SystemError) {
        let isWanted = reader.suffixes.contains(where: name.hasSuffix)
        let kind = try directory.status(of: name).kind
        if kind == .directory {
            guard depth < reader.depthLimit else { return report(path, .tooDeep(limit: reader.depthLimit)) }
            waiting.append(Directory(parent: directory, name: name, path: path, depth: depth + 1))
        } else if isWanted {
            try read(name, in: directory, path: path, kind: kind)
        } else if kind == .symbolicLink, try leadsToDirectory(name, in: directory) {
            report(path, .symbolicLink)
        }
    }

    private func leadsToDirectory(_ link: FileName, in directory: Descriptor) throws(SystemError) -> Bool {
        do throws(SystemError) {
            return try directory.status(of: link, followingLinks: true).kind == .directory
        } catch  where error.code == .missing {
            return false
        }
    }

    private mutating func read(
        _ name: FileName, in directory: Descriptor, path: String, kind: FileStatus.Kind
    ) throws(SystemError) {
        if let problem = kind.problem { return report(path, problem) }
        let file = try Descriptor.openForReading(name, in: directory)
        let status = try file.status()
        if let problem = status.kind.problem { return report(path, problem) }
        guard status.size <= reader.sizeLimit else { return report(path, .tooLarge(limit: reader.sizeLimit)) }
        let bytes = try file.read(upTo: status.size + 1)
        guard bytes.count <= status.size else { return report(path, .changing) }
        tree.files.append(FileTree.File(path: path, bytes: bytes))
    }

    private mutating func report(_ path: String, _ kind: FileProblem.Kind) {
        tree.problems.append(FileProblem(path: path, kind: kind))
    }
}

extension FileStatus.Kind {
    /// Why a file of this kind is not read.
    fileprivate var problem: FileProblem.Kind? {
        switch self {
        case .regular: nil
        case .symbolicLink: .symbolicLink
        case .namedPipe: .namedPipe
        case .socket: .socket
        case .device, .directory: .device
        }
    }
}
