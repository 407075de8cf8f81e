import Glibc

/// Reads single files that a person named.
package enum FileReader {
    /// All bytes of the file at `path`, at most `limit` of them.
    ///
    /// Links are followed and pipes read to their end, since `ipam observe <(nmap …)` is a fair thing to ask.
    /// - Throws: ``FileError`` if it cannot be read or holds more.
    package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
        try bytes(of: path, limit: limit, flags: O_RDONLY) { $0 != .directory }
    }

    /// All bytes of the file at `path`, at most `limit` of them, if it is a regular one; links are followed.
    ///
    /// - Throws: ``FileError`` if it is anything else, cannot be read or holds more.
    package static func bytes(ofRegular path: String, limit: Int) throws(FileError) -> [UInt8] {
        // To open a pipe that nobody writes to would wait for ever.
        try bytes(of: path, limit: limit, flags: O_RDONLY | O_NONBLOCK) { $0 == .regular }
    }

    private static func bytes(
        of path: String, limit: Int, flags: Int32, where isReadable: (FileStatus.Kind) -> Bool
    ) throws(FileError) -> [UInt8] {
        let name = try FileName(path: path, for: "read")
        do throws(SystemError) {
            let file = try Descriptor.open(name, flags)
            let status = try file.status()
            guard isReadable(status.kind) else {
                throw SystemError(number: status.kind == .directory ? EISDIR : EINVAL)
            }
            var bytes: [UInt8] = []
            while status.size <= limit {
                let chunk = try file.read(upTo: min(max(status.size - bytes.count, 0) + 1 << 16, limit + 1))
                bytes += chunk
                if chunk.isEmpty { return bytes }
                guard bytes.count <= limit else { break }
            }
        } catch {
            throw FileError("read", path, error)
        }
        throw FileError(.refused, "read", path, "it holds more than \(limit) bytes")
    }
}
