/// The files of a directory and all below it, read into memory.
package struct FileTree: Sendable {
    /// One file: where it is and what it holds.
    package struct File: Hashable, Sendable {
        /// The path relative to the tree, with `/`; invalid UTF-8 is replaced.
        package let path: String
        /// The whole content.
        package let bytes: [UInt8]

        /// Makes a file of its parts.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The files, by path in ascending order of bytes.
    package internal(set) var files: [File] = []
    /// What was left out, by path in ascending order of bytes.
    package internal(set) var problems: [FileProblem] = []

    init() {}

    /// Makes a tree of files and problems that were found elsewhere than on disk, in any order.
    package init(files: [File], problems: [FileProblem]) {
        self.files = files
        self.problems = problems
        sort()
    }

    mutating func sort() {
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        problems.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
