import Chronology
import GRDB

/// What scans have seen, kept in one SQLite file: runs, the latest about every address, and a history of changes.
///
/// Nothing authoritative lives here: deleting the file loses history, never intent. One process writes at a time, in
/// immediate transactions under a rollback journal, because SQLite before 3.51.3 may lose commits in WAL mode when two
/// connections write and checkpoint at once.
package struct Cache: Sendable {
    /// The file as the user named it; `:memory:` for a cache without one.
    package let path: String
    private let writer: any DatabaseWriter

    init(path: String, writer: any DatabaseWriter) {
        self.path = path
        self.writer = writer
    }

    /// Makes an empty cache without a file, which lasts as long as the value.
    package static func inMemory() throws(CacheError) -> Cache {
        let path = ":memory:"
        do {
            let queue = try DatabaseQueue(configuration: CacheConfiguration(patience: .seconds(0)).writing)
            try queue.write(CacheIdentity.claim)
            try CacheMigrations.migrator.migrate(queue)
            return Cache(path: path, writer: queue)
        } catch {
            throw CacheError(error, at: path)
        }
    }

    /// Runs `body` in one immediate transaction that is rolled back if it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
        do {
            return try writer.write(body)
        } catch {
            throw CacheError(error, at: path)
        }
    }

    /// Runs `body` with a view of the cache that no writer changes meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
        do {
            return try writer.read(body)
        } catch {
            throw CacheError(error, at: path)
        }
    }
}
