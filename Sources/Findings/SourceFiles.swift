/// One file's path and bytes, as they were read.
package struct SourceFile: Sendable {
    /// The path relative to the working directory, as messages print it.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]

    /// Makes a source file from its path and content.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// All files of one inventory in path order; spans refer to them by their place here.
package struct SourceFiles: Sendable {
    /// The files, sorted by path.
    package let files: [SourceFile]

    /// Sorts the files by path, so that spans compare as locations do.
    package init(_ files: [SourceFile]) {
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The file that a span lies in.
    package subscript(span: SourceSpan) -> SourceFile { files[Int(span.file)] }

    /// The file with this path.
    package func file(at path: String) -> SourceFile? {
        files.first { $0.path == path }
    }
}
