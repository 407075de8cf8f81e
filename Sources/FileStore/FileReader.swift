import Glibc

/// Reads single files that a person named.
package enum FileReader {
    /// All bytes of the file at `path`, at most `limit` of them.
    ///
    /// Links are followed and pipes read to their end, since `ipam observe <(nmap …)` is a fair thing to ask.
    /// - Throws: ``FileError`` if it cannot be read or holds more.
    package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
        let name = try FileName(path: path, for: "read")
        do throws(SystemError) {
            let file = try Descriptor.open(name, O_RDONLY)
            let status = try file.status()
            guard status.kind != .directory else { throw SystemError(number: EISDIR) }
            var bytes: [UInt8] = []
            while true {
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
