import Glibc

/// Where one file of a batch goes: its directory, opened without following a link, and what is there now.
struct OutputPlace {
    let path: OutputPath
    /// Nil if the directory does not exist and was not to be made.
    let directory: Descriptor?
    /// The path of the directory, by which places in the same one are brought together.
    let directoryPath: String
    let present: FileStatus?

    /// Walks from `root` down to the directory of `path`; given `made`, missing directories are made and noted there.
    init(_ path: OutputPath, root: String, creating made: DirectoryMaker?) throws(FileError) {
        self.path = path
        directoryPath = path.directories.map(\.text).joined(separator: "/")
        do throws(SystemError) {
            directory = try Self.open(path.directories, root: root, creating: made)
            present = try directory.flatMap { directory throws(SystemError) in
                try Self.statusIfPresent(of: path.name, in: directory)
            }
        } catch  where error.number == ELOOP || error.number == ENOTDIR {
            throw FileError(.refused, "write", path.text, "a directory on the way is a symbolic link or a file")
        } catch {
            throw FileError("write", path.text, error)
        }
        guard present?.kind == .regular || present == nil else {
            throw FileError(.refused, "write", path.text, "there is something else than a regular file, such as a link")
        }
    }

    private static func open(
        _ names: [FileName], root: String, creating made: DirectoryMaker?
    ) throws(SystemError) -> Descriptor? {
        do throws(SystemError) {
            guard let made else {
                var directory = try Descriptor.open(FileName(root.utf8), O_RDONLY | O_DIRECTORY)
                for name in names { directory = try .directory(name, in: directory) }
                return directory
            }
            var directory = try made.open(root: root)
            for name in names { directory = try made.open(name, in: directory) }
            return directory
        } catch  where error.code == .missing && made == nil {
            return nil
        }
    }

    private static func statusIfPresent(
        of name: FileName, in directory: Descriptor
    ) throws(SystemError) -> FileStatus? {
        do throws(SystemError) {
            return try directory.status(of: name)
        } catch  where error.code == .missing {
            return nil
        }
    }

    /// What has to be done here to reach `target`.
    func action(for target: OutputBatch.Target) throws(FileError) -> OutputChange.Action {
        guard let directory, let present else { return target == .nothing ? .unchanged : .created }
        guard case .content(let bytes) = target else { return .removed }
        guard present.size == bytes.count else { return .replaced }
        do throws(SystemError) {
            let held = try Descriptor.openForReading(path.name, in: directory).read(upTo: bytes.count + 1)
            return held == bytes ? .unchanged : .replaced
        } catch {
            throw FileError("compare", path.text, error)
        }
    }
}
