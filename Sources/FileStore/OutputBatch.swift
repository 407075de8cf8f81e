/// Files that are to be written together, below one root directory: all of them, or none.
///
/// Nothing is touched before ``commit(while:)``. The root is a directory that a person named and may be reached through
/// a symbolic link; below it no link is followed and none replaced.
package struct OutputBatch: Sendable {
    /// What is to become of one path.
    enum Target: Hashable, Sendable {
        case content([UInt8])
        case nothing
    }

    let root: String
    private(set) var targets: [OutputPath: Target] = [:]

    /// Starts a batch for files below `root`, which is made when it is missing.
    package init(root: String) {
        self.root = root
    }

    /// Plans that `path` shall hold `bytes`.
    ///
    /// - Throws: ``FileError`` if the path is absolute, leads upwards, or is in the batch already.
    package mutating func stage(_ bytes: [UInt8], at path: String) throws(FileError) {
        try plan(.content(bytes), at: path)
    }

    /// Plans that there shall be no file at `path`.
    ///
    /// - Throws: ``FileError`` if the path is absolute, leads upwards, or is in the batch already.
    package mutating func remove(_ path: String) throws(FileError) {
        try plan(.nothing, at: path)
    }

    private mutating func plan(_ target: Target, at text: String) throws(FileError) {
        let path = try OutputPath(text)
        guard targets.updateValue(target, forKey: path) == nil else {
            throw FileError(.refused, "write", text, "two outputs have the same path")
        }
    }

    /// What ``commit(while:)`` would do now, by path in ascending order, without doing it.
    ///
    /// - Throws: ``FileError`` if a path leads through a link, to something that is no file, or cannot be read.
    package func changes() throws(FileError) -> [OutputChange] {
        var changes: [OutputChange] = []
        for (path, target) in sortedTargets {
            let place = try OutputPlace(path, root: root, creating: nil)
            changes.append(OutputChange(path: path.text, action: try place.action(for: target)))
        }
        return changes
    }

    /// The targets by path, in ascending order of bytes.
    var sortedTargets: [(key: OutputPath, value: Target)] {
        targets.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
    }
}

/// What happened, or would happen, to one path of an ``OutputBatch``.
package struct OutputChange: Hashable, Sendable {
    /// What is done.
    package enum Action: Hashable, Sendable {
        /// A file is written where there was none.
        case created
        /// A file gets other bytes, and keeps its permissions, and its owner as far as it may.
        case replaced
        /// The file is as it should be and is not touched, nor its modification time.
        case unchanged
        /// The file is deleted.
        case removed
    }

    /// The path below the root of the batch.
    package let path: String
    /// What is done to it.
    package let action: Action

    /// Makes a change of its parts.
    package init(path: String, action: Action) {
        self.path = path
        self.action = action
    }
}
