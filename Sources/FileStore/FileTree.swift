/// The files of a directory and all below it, read into memory.
package struct FileTree: Sendable {
    /// One file: where it is and what it holds.
    package struct File: Hashable, Sendable {
        /// The path relative to the tree, with `/`; invalid UTF-8 is replaced.
        package let path: String
        /// The whole content.
        package let bytes: [UInt8]
    }

    /// The files, by path in ascending order of bytes.
    package internal(set) var files: [File] = []
    /// What was left out, by path in ascending order of bytes.
    package internal(set) var problems: [FileProblem] = []
}
