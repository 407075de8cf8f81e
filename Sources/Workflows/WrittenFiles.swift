import FileStore

/// One file to be written: a path relative to the output directory, and its content.
package struct OutputFile: Hashable, Sendable {
    /// The path relative to the output directory.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]

    /// Makes a file of its parts.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file of text.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The content as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Which files of an output were written, and which were as they should be already.
package struct WrittenFiles: Hashable, Sendable {
    /// The paths that were written, or would be.
    package private(set) var changed: [String]
    /// The paths that were left alone, with their modification times.
    package private(set) var unchanged: [String]
    /// The paths that were removed, or would be.
    package private(set) var removed: [String]
    /// The paths that an earlier run left and this one does not make; they stay.
    package var stale: [String] = []
    /// In what files differ that were only compared, by path, as a clause.
    package private(set) var differences: [String: String] = [:]
    /// What is worth knowing about what was written, a sentence each without a full stop.
    package var notices: [String] = []

    init(_ changes: [OutputChange]) {
        func paths(_ actions: OutputChange.Action...) -> [String] {
            changes.filter { actions.contains($0.action) }.map(\.path)
        }
        changed = paths(.created, .replaced)
        unchanged = paths(.unchanged)
        removed = paths(.removed)
    }

    /// The part that concerns some of the files.
    func restricted(to files: [OutputFile]) -> WrittenFiles {
        let paths = Set(files.map(\.path))
        var part = self
        part.changed = changed.filter(paths.contains)
        part.unchanged = unchanged.filter(paths.contains)
        return part
    }

    /// Notes for each file that would change in how many lines.
    mutating func describeDifferences(_ files: [OutputFile], _ previous: (String) -> [UInt8]?) {
        let changed = Set(changed)
        for file in files where changed.contains(file.path) {
            guard let old = previous(file.path) else {
                differences[file.path] = "it is not there"
                continue
            }
            let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: file.bytes))
            let (oldSet, newSet) = (Set(oldLines), Set(newLines))
            let gone = oldLines.count { !newSet.contains($0) }
            let new = newLines.count { !oldSet.contains($0) }
            differences[file.path] =
                gone + new == 0 ? "other order or line ends" : "\(gone) lines would go, \(new) would come"
        }
    }

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
