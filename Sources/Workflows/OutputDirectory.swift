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
    package let changed: [String]
    /// The paths that were left alone, with their modification times.
    package let unchanged: [String]

    /// The part that concerns some of the files.
    func restricted(to files: [OutputFile]) -> WrittenFiles {
        let paths = Set(files.map(\.path))
        return WrittenFiles(changed: changed.filter(paths.contains), unchanged: unchanged.filter(paths.contains))
    }
}

/// A directory that outputs are written into: all files of a run, or none.
package struct OutputDirectory: Sendable {
    private let root: String
    private let project: Project

    /// Makes an output directory, which need not exist yet, for outputs of a project.
    package init(_ root: String, of project: Project) {
        self.root = root
        self.project = project
    }

    /// The bytes of a file that is there already; nil if there is none.
    package var contents: @Sendable (String) -> [UInt8]? {
        { [root] path in try? FileReader.bytes(of: "\(root)/\(path)", limit: Self.largestFile) }
    }

    private static let largestFile = 1 << 30

    /// Writes all files or none; those that are as they should be are not touched.
    ///
    /// - Parameter check: only compare.
    /// - Throws: ``WorkflowError`` if a path leads out of the directory or into the inventory, the cache or Git's files,
    ///   or a file cannot be written.
    package func write(_ files: [OutputFile], check: Bool) throws(WorkflowError) -> WrittenFiles {
        let protected = ProtectedPlaces(project)
        for file in files { try protected.requireOutside("\(root)/\(file.path)") }
        do {
            var batch = OutputBatch(root: root)
            for file in files { try batch.stage(file.bytes, at: file.path) }
            let changes = check ? try batch.changes() : try batch.commit()
            return WrittenFiles(
                changed: changes.filter { $0.action != .unchanged }.map(\.path),
                unchanged: changes.filter { $0.action == .unchanged }.map(\.path)
            )
        } catch {
            throw WorkflowError("\(error)")
        }
    }

    /// Writes one file that a person named by any path, or only compares.
    ///
    /// - Throws: ``WorkflowError`` if it cannot be written.
    @discardableResult
    package static func writeFile(
        _ path: String, text: String, of project: Project, check: Bool = false
    ) throws(WorkflowError) -> WrittenFiles {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, !name.isEmpty else {
            throw WorkflowError("'\(path)' names a directory, and a file is to be written")
        }
        let parent = parts.dropLast().joined(separator: "/")
        let root = path.hasPrefix("/") && parent.isEmpty ? "/" : parent.isEmpty ? "." : parent
        let directory = OutputDirectory(root, of: project)
        return try directory.write([OutputFile(path: String(name), text: text)], check: check)
    }
}
