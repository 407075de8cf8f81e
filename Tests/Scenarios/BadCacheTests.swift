import Foundation
import TestSupport
import Testing

@Suite("A cache that is none")
struct BadCacheTests {
    private static let cache = ".ipam/cache.sqlite"

    /// A subnet whose one address always answers.
    private static let inventory = """
        subnets:
          - {prefix: 127.0.10.1/32, name: lab, scan: {probes: [tcp/22]}}
        reservations:
          - {address: 127.0.10.1, name: self}
        """

    @Test("without a cache there is no verdict, and reading makes none")
    func missing() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let drift = try workplace.ipam("drift", "-o", "oneline")
        #expect(drift.code == 4)
        #expect(drift.output.hasSuffix("127.0.10.1/32 has never been scanned [never-scanned]\n"), "\(drift.output)")
        let status = try workplace.ipam("cache", "status")
        #expect(status.code == 4)
        #expect(status.errors.contains("nothing was ever scanned"))
        #expect(workplace.directory.paths() == ["inventory", "inventory/all.yaml"])
    }

    @Test("a damaged cache ends whoever only reads it with 2, and stays as it is", arguments: ["text", "truncated"])
    func damagedForReaders(kind: String) throws {
        let workplace = try Self.damaged(kind)
        let before = try workplace.files()
        for command in [["drift"], ["cache", "status"], ["export", "csv"]] {
            let ending = try workplace.run(command)
            #expect(ending.code == 2, "\(command)")
            #expect(ending.errorLines.count == 1)
            #expect(ending.errors.hasPrefix("error: the cache '\(Self.cache)' is damaged"), "\(ending.errors)")
        }
        #expect(try workplace.files() == before)
    }

    @Test("a scan sets a damaged cache aside, says so, and begins a new one", arguments: ["text", "truncated"])
    func damagedForScan(kind: String) throws {
        let workplace = try Self.damaged(kind)
        let bytes = try workplace.files()[Self.cache]?.bytes
        let ending = try workplace.ipam("scan", "--vantage", "here")
        #expect(ending.code == 0)
        #expect(ending.errors.contains("set aside the damaged cache as '\(Self.cache).corrupt-"), "\(ending.errors)")
        let aside = try workplace.files(below: Self.cache + ".corrupt-")
        #expect(aside.values.map(\.bytes) == [bytes])
        #expect(try workplace.ipam("drift").code == 0)
    }

    @Test(
        "a cache that another process has locked ends the run with 2",
        .enabled(if: Program.areWanted("sqlite3"), "not installed: apt install sqlite3"))
    func locked() throws {
        let sqlite = try #require(Program(installed: "sqlite3"))
        let workplace = try Workplace(inventory: Self.inventory)
        #expect(try workplace.ipam("scan", "--vantage", "here").code == 0)
        let holding = try sqlite.run(
            [
                Self.cache, "BEGIN EXCLUSIVE", ".system ipam drift 2>drift.txt; echo $? >>drift.txt",
                ".system ipam scan 2>scan.txt; echo $? >>scan.txt",
            ],
            in: workplace.directory.path, environment: ["PATH": workplace.searchPath]
        )
        #expect(holding.code == 0, "\(holding.errors)")
        for file in ["drift.txt", "scan.txt"] {
            let said = workplace.directory.text(of: file) ?? ""
            #expect(said.hasPrefix("error: the cache '\(Self.cache)' is in use by another process"), "\(said)")
            #expect(said.hasSuffix("\n2\n"), "\(said)")
        }
    }

    private static func damaged(_ kind: String) throws -> Workplace {
        let workplace = try Workplace(inventory: inventory)
        guard kind == "truncated" else {
            try workplace.directory.write("notes that I keep here\n", to: cache)
            return workplace
        }
        try workplace.ipam("scan", "--vantage", "here")
        try workplace.shell("truncate -s 9000 \(cache)")
        return workplace
    }
}
