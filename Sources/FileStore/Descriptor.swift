import Glibc

/// An open file or directory, closed with its last reference, and the system calls that take one.
final class Descriptor: Sendable {
    let number: Int32

    private init(adopting number: Int32) {
        self.number = number
    }

    deinit { close(number) }

    /// Opens `name` in `parent`, or from the working directory.
    static func open(
        _ name: FileName, in parent: Descriptor? = nil, _ flags: Int32, permissions: mode_t = 0
    ) throws(SystemError) -> Descriptor {
        let number = try SystemError.check {
            // Safe: the name is NUL-terminated and outlives the call.
            unsafe openat(
                parent?.number ?? AT_FDCWD, name.terminated, flags | O_CLOEXEC, permissions)
        }
        return Descriptor(adopting: number)
    }

    /// Opens a directory in `parent`; a symbolic link is not followed.
    static func directory(_ name: FileName, in parent: Descriptor? = nil) throws(SystemError) -> Descriptor {
        try open(name, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK)
    }

    /// Opens a file in `parent` for reading; a symbolic link is not followed, and the writer of a pipe not waited for.
    static func openForReading(_ name: FileName, in parent: Descriptor) throws(SystemError) -> Descriptor {
        try open(name, in: parent, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    }

    /// What the descriptor itself refers to.
    func status() throws(SystemError) -> FileStatus {
        var info = stat()
        // Safe: the system fills in a struct that outlives the call.
        try SystemError.check { unsafe fstat(number, &info) }
        return FileStatus(info)
    }

    /// What `name` in this directory is; a symbolic link is followed only if asked.
    func status(of name: FileName, followingLinks: Bool = false) throws(SystemError) -> FileStatus {
        var info = stat()
        // Safe: the name is NUL-terminated, and the system fills in a struct that outlives the call.
        try SystemError.check {
            unsafe fstatat(number, name.terminated, &info, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
        }
        return FileStatus(info)
    }

    /// Reads to the end, but no more than `limit` bytes.
    func read(upTo limit: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        // Safe: `count` never exceeds what was read into the buffer, nor that its capacity.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit, failure == nil {
                do throws(SystemError) {
                    let length = try SystemError.check {
                        unsafe Glibc.read(number, buffer.baseAddress.map { unsafe $0 + count }, limit - count)
                    }
                    if length == 0 { return }
                    count += length
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            written += try SystemError.check {
                // Safe: the buffer is valid within the closure, and its slice within the buffer.
                unsafe bytes[written...].withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            }
        }
    }

    /// Cuts the file off at its start.
    func truncate() throws(SystemError) {
        try SystemError.check { ftruncate(number, 0) }
    }

    /// Gives the file to a user and a group as far as the process may, as `sed -i` does: the group alone may be possible.
    func setOwnerIfPermitted(_ owner: FileStatus.Ownership) throws(SystemError) {
        guard try status().owner != owner else { return }
        for user in [owner.user, uid_t.max] where fchown(number, user, owner.group) == 0 { return }
    }

    func setPermissions(_ permissions: mode_t) throws(SystemError) {
        try SystemError.check { fchmod(number, permissions) }
    }

    /// Waits until the file's bytes, or the directory's names, are on the disk.
    func synchronize() throws(SystemError) {
        try SystemError.check { fsync(number) }
    }

    /// Takes the exclusive advisory lock without waiting; false if another process has it.
    func lock() throws(SystemError) -> Bool {
        do throws(SystemError) {
            try SystemError.check { flock(number, LOCK_EX | LOCK_NB) }
            return true
        } catch  where error.number == EWOULDBLOCK {
            return false
        }
    }

    /// Does as ``lock()`` does, but counts a file system that cannot lock directories, such as NFS, as free.
    func lockIfPossible() throws(SystemError) -> Bool {
        do throws(SystemError) {
            return try lock()
        } catch  where [EBADF, ENOLCK, EOPNOTSUPP].contains(error.number) {
            return true
        }
    }

    /// A second descriptor for the same directory, for reading its names.
    func duplicateForListing() throws(SystemError) -> Int32 {
        try SystemError.check { fcntl(number, F_DUPFD_CLOEXEC, 0) }
    }
}
