import Foundation
import TestSupport
import Testing

/// The system call at which a run is disturbed, and how.
private struct Fault: CustomTestStringConvertible, Sendable {
    let call: String
    let number: Int
    let effect: String

    var testDescription: String { "\(effect) at \(call) \(number)" }
    var injection: String { "inject=\(call):\(effect):when=\(number)" }
    static let kill = "signal=KILL"
    static let full = "error=ENOSPC"
}

@Suite("A run that is killed, or whose disk is full, at any step of writing")
struct FaultTests {
    private static let isWanted = Program.areWanted("strace")
    /// Whether every call is disturbed, or every twentieth; the whole takes minutes.
    private static let isThorough = ProcessInfo.processInfo.environment["IPAM_FAULTS"] == "all"
    private static let calls = [
        "write", "pwrite64", "writev", "ftruncate", "fsync", "fdatasync", "rename", "renameat", "renameat2", "link",
        "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "fchmod",
    ]

    private static let old = """
        settings: {dns: {nameservers: [ns.example.net]}}
        subnets: [{prefix: 192.0.2.0/24, zone: a.test, dhcp: {id: 1}}]
        devices: [{name: h1, interfaces: [{name: e0, mac: 02:00:5e:00:00:01, addresses: [192.0.2.1]}]}]
        zones: [{name: a.test}, {name: b.test}, {reverse: 192.0.2.0/24}]

        """
    private static let new = old.replacing("name: h1,", with: "name: h2,")
        .replacing("{name: b.test}", with: "{name: b.test}, {name: c.test}")

    private static func inProgress(_ path: String) -> Bool { path.contains(".ipam-tmp-") }

    @Test(
        "every file is the old or the new one, and the next run leaves nothing behind",
        .enabled(if: isWanted, "strace is not installed"), arguments: ["bind", "kea", "hosts"])
    func faults(format: String) throws {
        let strace = try #require(Program(installed: "strace"))
        let target = format == "hosts" ? "out/hosts" : "out"
        let command = [Workplace.program.file.path(percentEncoded: false), "export", format, "--out", target]
        let start = try Workplace(inventory: Self.old)
        #expect(try start.ipam("export", format, "--out", target).code == 0)
        let old = try contents(start)
        try start.directory.write(Self.new, to: "inventory/all.yaml")
        let finished = try copy(of: start)
        let traced = try strace.run(
            ["-f", "-qq", "-o", "trace", "-e", "trace=\(Self.calls.joined(separator: ","))"] + command,
            in: finished.directory.path, environment: ["SOURCE_DATE_EPOCH": Workplace.epoch])
        #expect(traced.code == 0, "\(traced.errors)")
        let new = try contents(finished)
        #expect(new != old)

        let faults = faults(in: try #require(finished.directory.text(of: "trace")))
        #expect(faults.count > 10)
        let step = Self.isThorough ? 1 : 20
        for fault in faults.enumerated().filter({ $0.offset % step == 0 }).map(\.element) {
            let workplace = try copy(of: start)
            let ending = try strace.run(
                ["-f", "-qq", "-o", "/dev/null", "-e", fault.injection] + command,
                in: workplace.directory.path, environment: ["SOURCE_DATE_EPOCH": Workplace.epoch])
            let left = try contents(workplace).filter { !Self.inProgress($0.key) }
            for (path, bytes) in left {
                #expect(bytes == old[path] || bytes == new[path], "\(format), \(fault.testDescription): \(path)")
            }
            #expect(Set(old.keys).isSubset(of: left.keys), "\(format), \(fault.testDescription): a file is gone")
            if fault.effect == Fault.full, ending.code != 0 {
                #expect(ending.code == 2, "\(format), \(fault.testDescription)")
                #expect(left == old, "\(format), \(fault.testDescription): a run that failed changed something")
            }
            #expect(try workplace.ipam("export", format, "--out", target).code == 0)
            #expect(try contents(workplace) == new, "\(format), \(fault.testDescription): the next run")
        }
    }

    /// Each call of the run once for each way of disturbing it; calls of one sort are counted for each thread.
    private func faults(in trace: String) -> [Fault] {
        var counts: [String: [Substring: Int]] = [:]
        for line in trace.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard words.count == 2, let call = words[1].trimmingPrefix(" ").split(separator: "(").first,
                Self.calls.contains(String(call))
            else { continue }
            counts[String(call), default: [:]][words[0], default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.flatMap { call, threads in
            (1...(threads.values.max() ?? 1)).flatMap { number in
                [Fault.kill, Fault.full].map { Fault(call: call, number: number, effect: $0) }
            }
        }
    }

    private func copy(of workplace: Workplace) throws -> Workplace {
        let copy = try Workplace()
        for name in ["inventory", "out"] {
            try FileManager.default.copyItem(
                at: workplace.directory.url.appending(path: name), to: copy.directory.url.appending(path: name))
        }
        return copy
    }

    /// Every file below the output directory, hidden ones included.
    private func contents(_ workplace: Workplace) throws -> [String: Data] {
        try workplace.files(below: "out/").mapValues(\.bytes)
    }
}
