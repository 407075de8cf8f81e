import GRDB

extension CacheError {
    /// What an error of SQLite or GRDB means for the cache at `path`.
    ///
    /// Only a file whose content is wrong counts as damaged: a lock, a full disk or a failing read passes, and must
    /// never cost anyone their history.
    init(_ error: any Error, at path: String) {
        switch error {
        case let error as CacheError:
            self = error
        case let error as DatabaseError:
            let known = Self.code(for: error.resultCode)
            self.init(known ?? .refused, at: path, cause: error)
        default:
            // GRDB's decoding errors and our own: a column holds what was never written to it.
            self.init(.damaged, at: path, cause: error)
        }
    }

    private static func code(for result: ResultCode) -> Code? {
        switch result {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_NOLFS: .unreadable
        case .SQLITE_READONLY: .notWritable
        case .SQLITE_FULL: .full
        // Our statements are fixed and fit our schema; one that does not compile means that the schema was altered.
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT: .damaged
        default: nil
        }
    }
}
