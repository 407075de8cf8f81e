import Glibc

/// Opens directories, makes those that are missing, and can take that back.
final class DirectoryMaker {
    private var made: [(name: FileName, parent: Descriptor)] = []

    /// The directories in which a new one was made.
    var parents: [Descriptor] { made.map(\.parent) }

    /// Opens the directory at `root`, any part of which may be a link, making it and those above it if missing.
    func open(root: String) throws(SystemError) -> Descriptor {
        let flags = O_RDONLY | O_DIRECTORY
        do throws(SystemError) {
            return try .open(FileName(root.utf8), flags)
        } catch  where error.code == .missing {
            var directory = try Descriptor.open(
                FileName((root.utf8.first == UInt8(ascii: "/") ? "/" : ".").utf8), flags)
            for part in root.utf8.split(separator: UInt8(ascii: "/")) {
                directory = try open(FileName(part), in: directory, flags: flags)
            }
            return directory
        }
    }

    /// Opens the directory `name` in `parent`, which may not be a link, making it if missing.
    func open(_ name: FileName, in parent: Descriptor) throws(SystemError) -> Descriptor {
        try open(name, in: parent, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    }

    private func open(_ name: FileName, in parent: Descriptor, flags: Int32) throws(SystemError) -> Descriptor {
        do throws(SystemError) {
            return try .open(name, in: parent, flags)
        } catch  where error.code == .missing {
            try parent.makeDirectory(name)
            made.append((name, parent))
            return try .open(name, in: parent, flags)
        }
    }

    /// Removes the directories that were made, as far as they are empty.
    func undo() {
        for (name, parent) in made.reversed() { try? parent.removeDirectory(name) }
        made = []
    }
}
