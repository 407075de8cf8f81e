import Glibc

/// Appends to single files that the environment named, such as the step summary of a CI run.
package enum FileAppender {
    /// Appends bytes to the file at `path`, which is made if it is not there; other writers keep what they wrote.
    ///
    /// - Throws: ``FileError`` if it cannot be written.
    package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        let name = try FileName(path: path, for: "append to")
        do throws(SystemError) {
            let file = try Descriptor.open(name, O_WRONLY | O_APPEND | O_CREAT, permissions: 0o666)
            try file.write(bytes)
        } catch {
            throw FileError("append to", path, error)
        }
    }
}
