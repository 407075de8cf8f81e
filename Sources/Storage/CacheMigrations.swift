import GRDB

/// How the cache's tables came to be: named steps, only ever appended to, never edited once released.
enum CacheMigrations {
    /// Brings a file of any earlier version up to date.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-runs-and-addresses") { database in try database.execute(sql: runsAndAddresses) }
        migrator.registerMigration("2-rivals-and-leases") { database in try database.execute(sql: rivalsAndLeases) }
        migrator.registerMigration("3-stretches") { database in try database.execute(sql: stretches) }
        return migrator
    }

    /// Moments are seconds since 1970. Addresses are the family's number, 4 or 6, and then 4 or 16 bytes, so that
    /// SQLite sorts them as ``IPAddress`` does.
    private static let runsAndAddresses = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            vantage TEXT NOT NULL,
            tool TEXT NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('complete', 'incomplete')),
            notices TEXT NOT NULL
        ) STRICT;
        CREATE INDEX run_vantage ON run (vantage, ended);

        CREATE TABLE coverage (
            run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            vrf TEXT NOT NULL,
            prefix TEXT NOT NULL,
            targets INTEGER NOT NULL,
            alive INTEGER NOT NULL,
            silent INTEGER NOT NULL,
            unreachable INTEGER NOT NULL,
            unknown INTEGER NOT NULL,
            PRIMARY KEY (run, vrf, prefix)
        ) STRICT, WITHOUT ROWID;

        -- The newest run of each standard per subnet, so that reading need not search years of coverage.
        CREATE TABLE latest_scan (
            vantage TEXT NOT NULL,
            vrf TEXT NOT NULL,
            prefix TEXT NOT NULL,
            standard TEXT NOT NULL CHECK (standard IN ('any', 'complete', 'full')),
            run INTEGER NOT NULL REFERENCES run (id),
            ended INTEGER NOT NULL,
            PRIMARY KEY (vantage, vrf, prefix, standard)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE address (
            vrf TEXT NOT NULL,
            address BLOB NOT NULL CHECK (length(address) IN (5, 17)),
            vantage TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('alive', 'silent', 'unreachable', 'unknown')),
            at INTEGER NOT NULL,
            mac BLOB CHECK (length(mac) = 6),
            name TEXT,
            round_trip INTEGER,
            evidence TEXT NOT NULL,
            first_seen INTEGER,
            last_seen INTEGER,
            silent_since INTEGER,
            run INTEGER NOT NULL REFERENCES run (id),
            PRIMARY KEY (vrf, address, vantage)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE service (
            vrf TEXT NOT NULL,
            address BLOB NOT NULL,
            vantage TEXT NOT NULL,
            port TEXT NOT NULL,
            state TEXT NOT NULL,
            product TEXT,
            last_seen INTEGER NOT NULL,
            PRIMARY KEY (vrf, address, vantage, port),
            FOREIGN KEY (vrf, address, vantage) REFERENCES address (vrf, address, vantage) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            run INTEGER NOT NULL REFERENCES run (id),
            vrf TEXT NOT NULL,
            address BLOB NOT NULL,
            vantage TEXT NOT NULL,
            field TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT;
        CREATE INDEX change_address ON change (vrf, address, at);
        """

    /// Rivals are the further hardware addresses that answered in the same run, six bytes each; null for none.
    private static let rivalsAndLeases = """
        ALTER TABLE address ADD COLUMN rivals BLOB CHECK (length(rivals) > 0 AND length(rivals) % 6 = 0);

        -- What each DHCP server had handed out when it was last asked.
        CREATE TABLE lease (
            vrf TEXT NOT NULL,
            address BLOB NOT NULL CHECK (length(address) IN (5, 17)),
            vantage TEXT NOT NULL,
            tool TEXT NOT NULL,
            mac BLOB CHECK (length(mac) = 6),
            name TEXT,
            expires INTEGER,
            at INTEGER NOT NULL,
            run INTEGER NOT NULL REFERENCES run (id),
            PRIMARY KEY (vrf, address, vantage, tool)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX lease_source ON lease (vantage, tool, vrf);
        """

    /// Neighbouring addresses of which only one and the same verdict is known: most of every sweep.
    private static let stretches = """
        CREATE TABLE stretch (
            vantage TEXT NOT NULL,
            vrf TEXT NOT NULL,
            first BLOB NOT NULL CHECK (length(first) IN (5, 17)),
            last BLOB NOT NULL CHECK (length(last) = length(first) AND last >= first),
            verdict TEXT NOT NULL CHECK (verdict IN ('silent', 'unreachable', 'unknown')),
            at INTEGER NOT NULL,
            evidence TEXT NOT NULL,
            silent_since INTEGER,
            run INTEGER NOT NULL REFERENCES run (id),
            PRIMARY KEY (vantage, vrf, first)
        ) STRICT, WITHOUT ROWID;
        """
}
