import Findings
import Foundation
import Testing
import YAMLSyntax

@Suite("Limits")
struct LimitTests {
    static let deep = [
        String(repeating: "[", count: 33), String(repeating: "{a: ", count: 33), String(repeating: "- ", count: 33),
        String(repeating: "? ", count: 33), (0..<33).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]

    @Test("33 collections inside each other are one too many", arguments: deep)
    func tooDeep(text: String) {
        let reading = read(text)
        #expect(reading.tree == nil)
        #expect(reading.faults.map(\.message) == ["lists and mappings nested deeper than 32"])
        #expect(reading.faults.first?.rule == "file-limit")
    }

    @Test(
        "32 collections inside each other are fine",
        arguments: [
            String(repeating: "[", count: 32) + String(repeating: "]", count: 32),
            String(repeating: "- ", count: 32) + "x",
        ])
    func deepEnough(text: String) {
        #expect(read(text).faults.isEmpty)
    }

    @Test(
        "a key has 1 KiB at most, however it is written",
        arguments: [
            ("? " + String(repeating: "k", count: 1024) + "\n: v", 0),
            ("? " + String(repeating: "k", count: 1025) + "\n: v", 1),
            (String(repeating: "k", count: 1025) + ": v", 1),
            ("a: 1\n" + String(repeating: "k", count: 1025) + ": v", 1),
            ("a: 1\n'" + String(repeating: "k", count: 2025) + "': v", 1),
        ])
    func keys(text: String, faults: Int) {
        #expect(read(text).faults.map(\.rule) == Array(repeating: "file-limit", count: faults))
    }

    @Test("a text has 64 KiB at most", arguments: [(65_536, 0), (65_537, 1)])
    func texts(size: Int, faults: Int) {
        let reading = read("a: " + String(repeating: "x", count: size) + "\nb: 1\n")
        #expect(reading.faults.map(\.rule) == Array(repeating: "file-limit", count: faults))
        #expect((reading.tree == nil) == (faults > 0))
    }

    @Test("a file has 8 MiB at most", arguments: [(8 << 20, 0), ((8 << 20) + 1, 1)])
    func files(size: Int, faults: Int) {
        let start = Array("a: 1 #".utf8)
        let reading = read(start + [UInt8](repeating: UInt8(ascii: "x"), count: size - start.count))
        #expect(reading.faults.map(\.rule) == Array(repeating: "file-limit", count: faults))
    }

    @Test(
        "160,000 openings are answered at once",
        arguments: [
            "[", "{", "{a:", "{a: ", "[\n", "- ", "? ", "- [", "[[],", "[? ", "%TAG !a! x\n", "&a ", "!a ",
            "a\n...\n%TAG !a! x\n",
        ])
    func hostile(unit: String) {
        let bytes = Array(String(repeating: unit, count: 160_000).utf8)
        let elapsed = ContinuousClock().measure { #expect(!read(bytes).faults.isEmpty) }
        // An unoptimised build on a busy machine; what is quadratic takes minutes.
        #expect(elapsed < .seconds(5))
    }

    @Test("a thread with a stack of 128 KiB is enough")
    func smallStack() async {
        let faults = await withCheckedContinuation { continuation in
            let thread = Thread {
                let readings = Self.deep.map { read($0) } + [read("a: [1, {b: 'c'}]\nd: |\n  e\n")]
                continuation.resume(returning: readings.map(\.faults.count))
            }
            thread.stackSize = 128 << 10
            thread.start()
        }
        #expect(faults == [1, 1, 1, 1, 1, 0])
    }
}
