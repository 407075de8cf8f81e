import Synchronization

/// The files that a directory has before a run writes into it: each is read once, and all that looks at it sees the same.
final class FormerFiles: Sendable {
    private let directory: OutputDirectory
    private let action: String
    private let known = Mutex<[String: Result<[UInt8]?, WorkflowError>]>([:])

    /// Reads nothing yet.
    ///
    /// - Parameter action: what the files are read for, for errors.
    init(of directory: OutputDirectory, to action: String = "write") {
        self.directory = directory
        self.action = action
    }

    /// The bytes of a file; nil if there is none, or none that can be read.
    ///
    /// It serves those that only render. Before anything is written, ``requireReadable()`` has to have said that nil
    /// meant absent.
    subscript(path: String) -> [UInt8]? {
        known.withLock { known in
            let found = known[path] ?? Result { () throws(WorkflowError) in try directory.present(path, to: action) }
            known[path] = found
            return try? found.get()
        }
    }

    /// Refuses to go on if a file that was asked for is there and could not be read: a zone that seems to be new begins
    /// its serials anew, and secondaries never notice.
    ///
    /// - Throws: ``WorkflowError`` for the first of them by path.
    func requireReadable() throws(WorkflowError) {
        for (_, found) in known.withLock({ $0.sorted { $0.key < $1.key } }) { _ = try found.get() }
    }
}
