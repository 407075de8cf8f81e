import Glibc

/// What can be done with the names in an open directory.
extension Descriptor {
    /// All names in the directory but `.` and `..`, in ascending order of bytes.
    func names() throws(SystemError) -> [FileName] {
        let copy = try duplicateForListing()
        // Safe: the stream owns the copy from here on, and is closed on every way out.
        guard let stream = unsafe fdopendir(copy) else {
            let error = SystemError()
            close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw SystemError() }
                break
            }
            let name = unsafe Self.name(of: entry)
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { FileName($0) }
    }

    /// The name in a directory entry, which ends with a NUL and is shorter than the field that the struct declares.
    private static func name(of entry: UnsafePointer<dirent>) -> [UInt8] {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        // Safe: only bytes in front of the NUL are read, and readdir put one there.
        let start = unsafe (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
        return unsafe UnsafeRawBufferPointer(start: start, count: strlen(start)).map { $0 }
    }

    // Safe, in all of these: names are NUL-terminated and outlive the call.

    func makeDirectory(_ name: FileName) throws(SystemError) {
        try SystemError.check { unsafe mkdirat(number, name.terminated, 0o777) }
    }

    func removeDirectory(_ name: FileName) throws(SystemError) {
        try SystemError.check { unsafe unlinkat(number, name.terminated, AT_REMOVEDIR) }
    }

    func removeFile(_ name: FileName) throws(SystemError) {
        try SystemError.check { unsafe unlinkat(number, name.terminated, 0) }
    }

    /// Gives a file of this directory another name, replacing what has it.
    func rename(_ name: FileName, to newName: FileName) throws(SystemError) {
        try SystemError.check { unsafe renameat(number, name.terminated, number, newName.terminated) }
    }

    /// Gives a file of this directory a second name.
    func link(_ name: FileName, as secondName: FileName) throws(SystemError) {
        try SystemError.check { unsafe linkat(number, name.terminated, number, secondName.terminated, 0) }
    }
}
