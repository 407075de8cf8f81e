import Exports
import FileStore
import Foundation

/// A directory that outputs are written into: all files of a run, or none.
package struct OutputDirectory: Sendable {
    private let root: String
    private let project: Project

    /// Makes an output directory, which need not exist yet, for outputs of a project.
    package init(_ root: String, of project: Project) {
        self.root = root
        self.project = project
    }

    /// The directory of a file that a person named by any path, and the file's name in it.
    ///
    /// - Throws: ``WorkflowError`` for a path that ends with a slash.
    package static func holding(
        _ path: String, of project: Project
    ) throws(WorkflowError) -> (directory: OutputDirectory, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, !name.isEmpty else {
            throw WorkflowError("'\(path)' names a directory, and a file is to be written")
        }
        let parent = parts.dropLast().joined(separator: "/")
        let root = path.hasPrefix("/") && parent.isEmpty ? "/" : parent.isEmpty ? "." : parent
        return (OutputDirectory(root, of: project), String(name))
    }

    /// The bytes of a file that is there already; nil only if there is none.
    ///
    /// - Parameter action: what the file is read for, for the error.
    /// - Throws: ``WorkflowError`` for a file that is there and cannot be read: whose it is, what it would lose and which
    ///   serial follows it are unknown.
    func present(_ path: String, to action: String = "write") throws(WorkflowError) -> [UInt8]? {
        do {
            return try FileReader.bytes(ofRegular: "\(root)/\(path)", limit: Self.largestFile)
        } catch {
            let isAbsent = error.code == .missing
            // A link that leads nowhere is there, and nobody knows what it should lead to.
            if isAbsent, (try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")) == nil { return nil }
            throw WorkflowError(
                "cannot \(action) '\(place(of: path))': what is there cannot be read: "
                    + (isAbsent ? "it is a link that leads nowhere" : error.reason))
        }
    }

    /// The path of one of its files for whoever named the directory.
    func place(of path: String) -> String { root == "." ? path : "\(root)/\(path)" }

    /// Refuses a directory that is not there.
    ///
    /// - Throws: ``WorkflowError`` that names it.
    func requireDirectory() throws(WorkflowError) {
        guard (try? FileManager.default.contentsOfDirectory(atPath: root)) != nil else {
            throw WorkflowError("'\(root)' is no directory that can be read: name the one that is in use")
        }
    }

    private static let largestFile = 1 << 30

    /// The files that an earlier run of a format left and that it no longer makes, by path.
    ///
    /// - Throws: ``WorkflowError`` for a directory that cannot be listed and for the first file that cannot be read: whose
    ///   it is is unknown.
    func stale(
        _ format: any ExportFormat, below folder: String = "", besides paths: Set<String>
    ) throws(WorkflowError) -> [OutputFile] {
        guard !format.endings.isEmpty else { return [] }
        var reader = TreeReader()
        reader.suffixes = format.endings
        reader.sizeLimit = Self.largestFile
        // What lies in directories further down may be another inventory's.
        reader.depthLimit = 0
        let directory = folder.isEmpty ? root : place(of: folder)
        let tree: FileTree
        do {
            tree = try reader.read(directory)
        } catch {
            guard error.code == .missing else { throw Self.unknownLeftovers(directory, error.reason) }
            return []
        }
        for problem in tree.problems {
            guard case .unreadable(let reason) = problem.kind else { continue }
            throw Self.unknownLeftovers("\(directory)/\(problem.path)", reason)
        }
        return tree.files.map { file in
            OutputFile(path: folder.isEmpty ? file.path : "\(folder)/\(file.path)", bytes: file.bytes)
        }.filter { !paths.contains($0.path) && format.isOwn($0.text) }
    }

    private static func unknownLeftovers(_ path: String, _ reason: String) -> WorkflowError {
        WorkflowError("cannot tell what earlier runs left: '\(path)' cannot be read: \(reason)")
    }

    /// Writes all files or none, and removes others; those that are as they should be are not touched.
    ///
    /// - Parameter check: only compare.
    /// - Throws: ``WorkflowError`` if a path leads out of the directory or into the inventory, the cache or Git's files,
    ///   or a file cannot be written.
    package func write(
        _ files: [OutputFile], removing stale: [String] = [], check: Bool
    ) throws(WorkflowError) -> WrittenFiles {
        let protected = ProtectedPlaces(project)
        for path in files.map(\.path) + stale { try protected.requireOutside("\(root)/\(path)") }
        do {
            var batch = OutputBatch(root: root)
            for file in files { try batch.stage(file.bytes, at: file.path) }
            for path in stale { try batch.remove(path) }
            let changes = check ? try batch.changes() : try batch.commit()
            var written = WrittenFiles(changes)
            if check { written.describeDifferences(files) { try? present($0) } }
            return written
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
        let (directory, name) = try holding(path, of: project)
        return try directory.write([OutputFile(path: name, text: text)], check: check)
    }
}
