import Foundation
import TestSupport
import Testing

@Suite("A process that is killed while it writes the cache")
struct KillTests {
    private static let cache = ".ipam/cache.sqlite"
    private static let filesPerRun = 4
    private static let monday = 1_794_830_400

    /// How many processes are killed: `IPAM_KILLS`, or enough to see at once that something is wrong.
    private static let kills = ProcessInfo.processInfo.environment["IPAM_KILLS"].flatMap { Int($0) } ?? 60

    @Test(
        "leaves a sound cache with every run that it acknowledged",
        .enabled(if: Program.areWanted("sqlite3"), "not installed: apt install sqlite3"))
    func kills() throws {
        let sqlite = try #require(Program(installed: "sqlite3"))
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.0/26, name: lan}]\n")
        var generator = SeededGenerator(seed: 7)
        var acknowledged: Set<Int> = []
        var interrupted = 0
        let started = ContinuousClock.now
        acknowledged.formUnion(try Self.observe(workplace, run: 0, killAfter: nil))
        let duration = ContinuousClock.now - started

        for run in 1...Self.kills {
            let delay = duration * Double.random(in: 0...1, using: &generator)
            let known = try Self.observe(workplace, run: run, killAfter: delay)
            if known.count < Self.filesPerRun { interrupted += 1 }
            acknowledged.formUnion(known)
            let check = try sqlite.run(
                [Self.cache, "PRAGMA integrity_check", "SELECT started FROM run"], in: workplace.directory.path)
            var lines = check.output.split(separator: "\n").map(String.init)
            #expect(lines.first == "ok", "after kill \(run): \(check.output)\(check.errors)")
            lines.removeFirst(min(1, lines.count))
            let missing = acknowledged.subtracting(lines.compactMap { Int($0) })
            #expect(missing.isEmpty, "after kill \(run)")
        }
        #expect(interrupted > Self.kills / 4, "most processes ended before they were killed")
        #expect(try workplace.ipam("cache", "status").code == 0)
        #expect(workplace.directory.paths().filter { $0.contains("corrupt") } == [])
    }

    /// Takes in some scans in one process, which may be killed on the way.
    ///
    /// - Returns: when the scans began that the process said it had stored.
    private static func observe(_ workplace: Workplace, run: Int, killAfter delay: Duration?) throws -> [Int] {
        let starts = (0..<filesPerRun).map { monday + (run * filesPerRun + $0) * 60 }
        for (index, start) in starts.enumerated() {
            try workplace.directory.write(scan(startedAt: start, parity: (run + index) % 2), to: "seen\(index).xml")
        }
        let arguments = ["observe", "--vantage", "lab"] + starts.indices.map { "seen\($0).xml" }
        let environment = ["SOURCE_DATE_EPOCH": "\(monday + 7 * 86_400)"]
        let ending = try Workplace.program.run(
            arguments, in: workplace.directory.path, environment: environment
        ) { process in
            guard let delay else { return }
            Thread.sleep(forTimeInterval: delay / .seconds(1))
            kill(process.processIdentifier, SIGKILL)
        }
        let stored = ending.output.split(separator: "\n").count { $0.hasPrefix("nmap from lab: complete") }
        return Array(starts.prefix(stored))
    }

    /// A scan in which every other host is up, so that the next one changes all of them.
    private static func scan(startedAt start: Int, parity: Int) -> String {
        let hosts = (0..<64).map { host in
            let state =
                host % 2 == parity ? "state=\"up\" reason=\"echo-reply\"" : "state=\"down\" reason=\"no-response\""
            return "<host><status \(state)/><address addr=\"192.0.2.\(host)\" addrtype=\"ipv4\"/></host>\n"
        }
        return "<nmaprun scanner=\"nmap\" start=\"\(start)\" version=\"7.93\">\n\(hosts.joined())"
            + "<runstats><finished time=\"\(start + 30)\" exit=\"success\"/><hosts up=\"32\" down=\"32\" total=\"64\"/>"
            + "</runstats></nmaprun>\n"
    }
}
