import Chronology
import Foundation
import GRDB
import Observations
import Storage
import Testing

@Suite("Opening a cache")
struct OpeningTests {
    private let seen = Observation(address: address(1), verdict: .alive, at: moment(1))

    private func makeCache(at path: String) throws {
        try Cache.open(at: path, now: moment(0)).cache.record(result(endedAt: 1, [seen]))
    }

    private func code(_ body: () throws -> Void) -> CacheError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? CacheError)?.code
        }
    }

    @Test("makes the file and the folders above it")
    func makesFolders() throws {
        try withFolder { folder in
            let opened = try Cache.open(at: folder + "/a/b/cache.sqlite", now: moment(0))
            #expect(opened.notices == [])
            #expect(try files(in: folder + "/a/b") == ["cache.sqlite"])
        }
    }

    @Test("finds what an earlier process recorded")
    func persists() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            #expect(try Cache.open(at: path, now: moment(2)).cache.networkState().addresses.map(\.latest) == [seen])
            #expect(try Cache.openReadOnly(at: path)?.networkState().addresses.map(\.latest) == [seen])
        }
    }

    @Test("for reading only, finds no cache where there is none, and makes none")
    func readOnlyWithoutCache() throws {
        try withFolder { folder in
            #expect(try Cache.openReadOnly(at: folder + "/missing/cache.sqlite") == nil)
            try write(Data(), to: folder + "/empty")
            #expect(try Cache.openReadOnly(at: folder + "/empty") == nil)
            #expect(try files(in: folder) == ["empty"])
        }
    }

    @Test("for reading only, changes nothing and cannot record")
    func readOnlyChangesNothing() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            let before = try bytes(of: path)
            let cache = try #require(try Cache.openReadOnly(at: path))
            _ = try cache.networkState()
            _ = try cache.status()
            #expect(code { try cache.record(result(endedAt: 2, [seen])) } == .notWritable)
            #expect(try bytes(of: path) == before)
            #expect(try files(in: folder) == ["cache.sqlite"])
        }
    }

    @Test("reports a lock that another connection holds, and leaves the file alone")
    func locked() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            let before = try bytes(of: path)
            let other = try DatabaseQueue(path: path)
            try other.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN EXCLUSIVE")
                #expect(code { _ = try Cache.open(at: path, now: moment(2), patience: .seconds(0)) } == .locked)
                #expect(code { _ = try Cache.openReadOnly(at: path, patience: .seconds(0)) } == .locked)
                try database.execute(sql: "ROLLBACK")
            }
            #expect(try bytes(of: path) == before)
            #expect(try files(in: folder) == ["cache.sqlite"])
        }
    }

    @Test("a writer that comes while another writes is told so, and stores nothing")
    func lockedWhileRecording() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            let cache = try Cache.open(at: path, now: moment(0), patience: .seconds(0)).cache
            let other = try DatabaseQueue(path: path)
            try other.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                #expect(code { try cache.record(result(endedAt: 1, [seen])) } == .locked)
                try database.execute(sql: "ROLLBACK")
            }
            #expect(try cache.networkState().addresses == [])
            try cache.record(result(endedAt: 1, [seen]))
            #expect(try cache.networkState().addresses.count == 1)
        }
    }

    @Test("refuses a newer version's file and leaves it alone")
    func newer() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-from-the-future')")
            }
            let before = try bytes(of: path)
            #expect(code { _ = try Cache.open(at: path, now: moment(2)) } == .newer)
            #expect(code { _ = try Cache.openReadOnly(at: path) } == .newer)
            #expect(try bytes(of: path) == before)
        }
    }

    @Test("refuses another program's database and leaves it alone")
    func foreign() throws {
        try withFolder { folder in
            let path = folder + "/places.sqlite"
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE places (url TEXT)") }
            let before = try bytes(of: path)
            #expect(code { _ = try Cache.open(at: path, now: moment(2)) } == .foreign)
            #expect(code { _ = try Cache.openReadOnly(at: path) } == .foreign)
            #expect(try bytes(of: path) == before)
        }
    }

    @Test("reading only asks for a migration that it may not make")
    func older() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "DELETE FROM grdb_migrations") }
            #expect(code { _ = try Cache.openReadOnly(at: path) } == .older)
        }
    }

    @Test("refuses a folder and a FIFO")
    func specialFiles() throws {
        try withFolder { folder in
            #expect(code { _ = try Cache.open(at: folder, now: moment(0)) } == .unreadable)
            let fifo = folder + "/fifo"
            let maker = Process()
            maker.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
            maker.arguments = [fifo]
            try maker.run()
            maker.waitUntilExit()
            #expect(code { _ = try Cache.open(at: fifo, now: moment(0)) } == .unreadable)
            #expect(code { _ = try Cache.openReadOnly(at: fifo) } == .unreadable)
        }
    }

    @Test("a folder that cannot be made is reported")
    func impossibleFolder() throws {
        try withFolder { folder in
            try write(Data("x".utf8), to: folder + "/file")
            #expect(code { _ = try Cache.open(at: folder + "/file/cache.sqlite", now: moment(0)) } == .unreadable)
        }
    }

    @Test("a path that SQLite would take for something else names a file")
    func specialPaths() throws {
        try withFolder { folder in
            let link = folder + "/file:x?mode=memory"
            try makeCache(at: link)
            #expect(try files(in: folder) == ["file:x?mode=memory"])
        }
    }

    @Test("for reading only, undoes what a killed writer left half done")
    func hotJournal() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try makeCache(at: path)
            try leaveHotJournal(path)
            let cache = try #require(try Cache.openReadOnly(at: folder + "/copy.sqlite"))
            #expect(try cache.networkState().addresses.map(\.latest) == [seen])
        }
    }

    /// Copies the file and its journal in the middle of a transaction, as a crash would leave them.
    private func leaveHotJournal(_ path: String) throws {
        let copy = (path as NSString).deletingLastPathComponent + "/copy.sqlite"
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            // A cache of one page makes SQLite write to the file before the commit.
            try database.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE address SET name = 'half done'")
            try database.execute(
                sql: """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                    INSERT INTO run (vantage, tool, started, ended, state, notices)
                    SELECT 'v', 't', i, i, 'complete', '[]' FROM n
                    """)
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
            try database.execute(sql: "ROLLBACK")
        }
    }
}
