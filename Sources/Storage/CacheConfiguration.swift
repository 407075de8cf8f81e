import Chronology
import GRDB

/// How connections to the cache are set up.
struct CacheConfiguration {
    /// How long to wait for another process's lock.
    let patience: TimeSpan

    /// For a connection that may write.
    var writing: Configuration {
        var configuration = common
        configuration.prepareDatabase { database in
            try Self.distrust(database)
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    -- 64 MiB: a /16 is written without spilling before its commit.
                    PRAGMA cache_size = -65536;
                    """)
        }
        return configuration
    }

    /// For a connection that never writes, so that it works on read-only media too.
    var reading: Configuration {
        var configuration = common
        configuration.readonly = true
        configuration.prepareDatabase(Self.distrust)
        return configuration
    }

    private var common: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(patience.seconds))
        configuration.foreignKeysEnabled = true
        configuration.label = "ipam.cache"
        return configuration
    }

    /// The file may come from elsewhere: run no functions its schema names, and check what its pages claim.
    private static func distrust(_ database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                """)
    }
}
