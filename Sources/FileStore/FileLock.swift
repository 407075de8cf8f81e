import Glibc

/// An exclusive claim on something, held through a lock file for as long as the value lives.
///
/// The system drops the claim when its process ends, however it ends; the file itself stays and means nothing.
package struct FileLock: ~Copyable, Sendable {
    private let file: Descriptor

    /// Claims the lock file at `path`, which is made if it is missing, without waiting.
    ///
    /// - Throws: ``FileError``, with code `busy` and the holder's process id if another process has the claim.
    package init(path: String) throws(FileError) {
        let name = try FileName(path: path, for: "lock")
        let opened: Descriptor
        let isFree: Bool
        do throws(SystemError) {
            opened = try Descriptor.open(
                name, O_RDWR | O_CREAT | O_NOFOLLOW, permissions: 0o666)
            isFree = try opened.lock()
            if isFree {
                try opened.truncate()
                try opened.write(Array("\(getpid())\n".utf8))
            }
        } catch {
            throw FileError("lock", path, error)
        }
        guard isFree else {
            let text = (try? opened.read(upTo: 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let holder = Int32(text.prefix { $0.isNumber }).map { " with id \($0)" } ?? ""
            throw FileError(.busy, "lock", path, "another process\(holder) holds it; wait until that has finished")
        }
        file = opened
    }
}
