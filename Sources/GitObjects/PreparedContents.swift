import ChildProcesses
import Foundation

/// Contents of files that are in a repository's store, and wait for the commit that is made of them.
package struct PreparedContents: Sendable {
    /// A file with its new content.
    package struct File: Sendable {
        /// The path as the user gave it, from the working directory.
        package let path: String
        /// The whole content.
        package let bytes: [UInt8]

        /// Makes a file of its parts.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The files as `git update-index -z --index-info` wants them.
    private(set) var indexEntries = Data()

    fileprivate mutating func add(_ path: String, mode: String, blob: String) {
        indexEntries += Data("\(mode) \(blob)\t\(path)\0".utf8)
    }
}

extension GitCommitter {
    /// Refuses a file that is not as the last commit has it, by what Git itself says: its line ends may differ.
    ///
    /// - Throws: ``GitError``, also if the file goes through a filter.
    package func requireCommitted(_ path: String) throws(GitError) {
        let full = try repository.pathFromTop(path)
        try requireNoFilter(full)
        let mark = try repository.top.require(["ls-files", "-v", "--", full]).lines.first?.first
        guard mark.map({ $0 != "S" && !$0.isLowercase }) ?? true else {
            throw GitError(
                .failed,
                "Git was told not to look for changes of '\(path)': take that back with `git update-index "
                    + "--no-assume-unchanged --no-skip-worktree`")
        }
        let known = try repository.program.run(["cat-file", "-e", "HEAD:\(full)"])
        let question = ["status", "--porcelain", "-z", "--untracked-files=all", "--ignore-submodules=all"]
        let status = try repository.top.require(question + ["--no-renames", "--", full])
        if known.status != 0 { try requireNotIgnored(full) }
        guard known.status == 0, status.output.isEmpty else {
            throw GitError(.failed, "'\(path)' has changes that are in no commit: commit or stash them first")
        }
    }

    /// Stores the contents of files, which need not be on disk yet, as `git add` would.
    ///
    /// - Throws: ``GitError`` if a file goes through a filter, or Git would not take it.
    package func prepare(_ files: [PreparedContents.File]) throws(GitError) -> PreparedContents {
        var contents = PreparedContents()
        for file in files {
            let path = try repository.pathFromTop(file.path)
            try requireNoFilter(path)
            let conversion = try keepsLineEnds(path) ? [] : ["--path", path]
            let blob = try repository.top.require(
                ["hash-object", "-w", "--stdin"] + conversion, input: Data(file.bytes))
            let known = try repository.program.run(["ls-tree", "--full-tree", "HEAD", path]).lines.first ?? ""
            contents.add(
                path, mode: known.hasPrefix("100755 ") ? "100755" : "100644", blob: blob.lines.first ?? "")
        }
        return contents
    }

    /// Refuses a file that no commit has and Git ignores.
    private func requireNotIgnored(_ path: String) throws(GitError) {
        let question = ["ls-files", "--others", "--ignored", "--exclude-standard", "--", path]
        guard try repository.top.require(question).output.isEmpty else {
            throw GitError(.failed, "Git ignores '\(path)', so that no commit can have it: `git add --force` it first")
        }
    }

    /// Refuses a file that attributes send through a program, even one that is not set up here: others have it.
    private func requireNoFilter(_ path: String) throws(GitError) {
        let fields = try repository.top.require(["check-attr", "-z", "filter", "--", path]).output.split(separator: 0)
        let filter = fields.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard ["unspecified", "unset", "set"].contains(filter) else {
            throw GitError(
                .failed,
                "'\(path)' goes through the filter '\(filter)' on its way into Git, by its attributes, and no program is "
                    + "run here: commit it with git")
        }
    }

    /// Whether Git leaves the line ends of a file alone because it has CRLF in the index already.
    ///
    /// So it does where nothing but settings and `text=auto` ask for a conversion, but `hash-object` knows no index.
    private func keepsLineEnds(_ path: String) throws(GitError) -> Bool {
        let line = try repository.top.require(["ls-files", "--eol", "--", path]).lines.first ?? ""
        let parts = line.split(separator: "\t").first?.split(separator: " ") ?? []
        guard let index = parts.first, let attribute = parts.first(where: { $0.hasPrefix("attr/") }) else {
            return false
        }
        return ["i/crlf", "i/mixed"].contains(index) && attribute != "attr/text"
    }
}
