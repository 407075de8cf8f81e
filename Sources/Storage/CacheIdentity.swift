import GRDB

/// Tells our caches from other SQLite files by the application id in the file's header.
enum CacheIdentity {
    /// `ipam` in ASCII.
    private static let applicationID = 0x6970_616D

    /// What a file turned out to be.
    enum Finding {
        case empty, ours, foreign, newer
    }

    /// Finds out whose file it is, without changing it.
    static func examine(_ database: Database) throws -> Finding {
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 else { return .empty }
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else { return .foreign }
        return try CacheMigrations.migrator.hasBeenSuperseded(database) ? .newer : .ours
    }

    /// Marks an empty file as ours, before it gets its first table.
    static func claim(_ database: Database) throws {
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
}
