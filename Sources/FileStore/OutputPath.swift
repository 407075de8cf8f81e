/// A relative path that cannot lead out of its root: names separated by `/`, none of them `.` or `..`.
struct OutputPath: Hashable, Sendable {
    /// Names of temporary files begin with this; none that is staged may.
    static let temporaryPrefix = ".ipam-tmp-"

    let text: String
    let directories: [FileName]
    let name: FileName

    init(_ text: String) throws(FileError) {
        func refusal(_ reason: String) -> FileError { FileError(.refused, "write", text, reason) }
        guard !text.utf8.contains(0) else { throw refusal("the path contains a NUL") }
        guard text.utf8.first != UInt8(ascii: "/") else { throw refusal("the path is absolute; it has to be relative") }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { FileName($0) }
        for part in parts {
            guard !part.text.isEmpty, part.text != "." else { throw refusal("the path has an empty part") }
            guard part.text != ".." else { throw refusal("the path leads out of its directory") }
            guard !part.hasPrefix(Self.temporaryPrefix) else {
                throw refusal("names that begin with '\(Self.temporaryPrefix)' are for temporary files")
            }
        }
        guard let last = parts.last else { throw refusal("the path is empty") }
        self.text = text
        directories = parts.dropLast()
        name = last
    }
}
