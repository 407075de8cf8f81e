package import Chronology
import Foundation
import GRDB

extension Cache {
    /// An opened cache and what the user ought to know about how that went.
    package struct Opened: Sendable {
        /// The cache, ready to be read and written.
        package let cache: Cache
        /// One sentence each, such as that a damaged file was set aside.
        package let notices: [String]
    }

    /// Opens the cache at `path` for reading and writing; makes it, and its folder, if there is none.
    ///
    /// A damaged file is set aside, never deleted, and replaced by an empty cache. A file that is locked, cannot be
    /// read, belongs to another program or to a newer version is left as it is.
    /// - Parameters:
    ///   - now: The moment that names a file which is set aside.
    ///   - patience: How long to wait for another process's lock.
    /// - Throws: ``CacheError``.
    package static func open(
        at path: String, now: Timestamp, patience: TimeSpan = .seconds(5)
    ) throws(CacheError) -> Opened {
        let file = CacheFile(path: path)
        try file.requireUsablePlace()
        let before = file.identity
        do {
            return Opened(cache: try openForWriting(file, patience: patience), notices: [])
        } catch  where error.code == .damaged {
            // Another process may have replaced the file since: then there is nothing left to set aside.
            let notices = before == file.identity ? [try file.setAside(now: now, cause: error)] : []
            return Opened(cache: try openForWriting(file, patience: patience), notices: notices)
        }
    }

    private static func openForWriting(_ file: CacheFile, patience: TimeSpan) throws(CacheError) -> Cache {
        do {
            let queue = try DatabaseQueue(
                path: file.pathForSQLite, configuration: CacheConfiguration(patience: patience).writing)
            // An immediate transaction, so that a locked or read-only file shows now and not after an hour's scan.
            try queue.write { database in try requireSoundness(database, of: file) }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try migrate(queue)
            return Cache(path: file.path, writer: queue)
        } catch {
            throw CacheError(error, at: file.path)
        }
    }

    private static func migrate(_ queue: DatabaseQueue) throws {
        let migrator = CacheMigrations.migrator
        do {
            try migrator.migrate(queue)
        } catch {
            // Two processes that meet on a new file both begin; the one that comes second fails and needs nothing more.
            guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
        }
    }

    private static func requireSoundness(_ database: Database, of file: CacheFile) throws {
        switch try CacheIdentity.examine(database) {
        case .empty: try CacheIdentity.claim(database)
        case .foreign: throw CacheError(.foreign, at: file.path)
        case .newer: throw CacheError(.newer, at: file.path)
        case .ours:
            // SQLite writes whole pages only, and reads a page that was cut short as if it ended in zeros.
            let pageSize = try UInt64.fetchOne(database, sql: "PRAGMA page_size") ?? 1
            let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            guard verdict == "ok", file.size.isMultiple(of: pageSize) else { throw CacheError(.damaged, at: file.path) }
        }
    }

    /// Opens the cache at `path` for reading only; nil if there is no cache yet.
    ///
    /// Makes no file and changes none, except that SQLite undoes what a killed writer left half done.
    /// - Throws: ``CacheError``; a damaged file is reported, not set aside.
    package static func openReadOnly(at path: String, patience: TimeSpan = .seconds(5)) throws(CacheError) -> Cache? {
        let file = CacheFile(path: path)
        guard try file.exists() else { return nil }
        let configuration = CacheConfiguration(patience: patience)
        do {
            let queue: DatabaseQueue
            do {
                queue = try DatabaseQueue(path: file.pathForSQLite, configuration: configuration.reading)
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
                // Only a connection that may write can undo the interrupted transaction; opening one does it.
                try DatabaseQueue(path: file.pathForSQLite, configuration: configuration.writing).close()
                queue = try DatabaseQueue(path: file.pathForSQLite, configuration: configuration.reading)
            }
            guard try queue.read({ database in try isReadable(database, path: file.path) }) else { return nil }
            return Cache(path: file.path, writer: queue)
        } catch {
            throw CacheError(error, at: file.path)
        }
    }

    private static func isReadable(_ database: Database, path: String) throws -> Bool {
        switch try CacheIdentity.examine(database) {
        case .empty: return false
        case .foreign: throw CacheError(.foreign, at: path)
        case .newer: throw CacheError(.newer, at: path)
        case .ours:
            guard try CacheMigrations.migrator.hasCompletedMigrations(database) else {
                throw CacheError(.older, at: path)
            }
            return true
        }
    }
}
