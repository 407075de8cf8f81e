import Addressing
import Chronology
import Foundation
import Observations
import Storage
import TestSupport
import Testing

@Suite("A damaged cache")
struct DamageTests {
    /// A cache of several pages.
    private static func soundFile() throws -> Data {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            let cache = try Cache.open(at: path, now: moment(0)).cache
            for end in Int64(1)...3 {
                let observations = (UInt8(0)...200).map {
                    Observation(
                        address: address($0), verdict: $0 % 3 == 0 || end == 2 ? .alive : .silent, at: moment(end),
                        evidence: [ProbeEvidence(probe: "icmp", outcome: "echo reply")],
                        mac: MACAddress(bits: UInt64($0)), name: "host\($0).example.net",
                        services: [ObservedService(port: "tcp/22", state: "open")])
                }
                try cache.record(result(endedAt: end, observations))
            }
            return try bytes(of: path)
        }
    }

    /// Opens a file with these bytes, and uses it as a run of the tool would.
    private func use(_ data: Data, in folder: String) throws -> [String] {
        let path = folder + "/cache.sqlite"
        try write(data, to: path)
        let opened = try Cache.open(at: path, now: moment(0))
        try opened.cache.record(
            result(endedAt: 9, [Observation(address: address(7), verdict: .alive, at: moment(9))]))
        _ = try opened.cache.networkState()
        _ = try opened.cache.status()
        _ = try opened.cache.history(of: address(7), vrf: "default")
        return opened.notices
    }

    @Test(
        "is set aside, whole, and replaced by an empty one",
        arguments: [
            Data("settings: {name: example}\n".utf8), Data([0, 0]), Data(repeating: 0, count: 5000),
            Data("SQLite format 3\0".utf8),
        ])
    func setAside(_ data: Data) throws {
        try withFolder { folder in
            let notices = try use(data, in: folder)
            #expect(notices.count == 1)
            #expect(notices.first?.contains("cache.sqlite.corrupt-20270115T080000Z") == true)
            #expect(try files(in: folder) == ["cache.sqlite", "cache.sqlite.corrupt-20270115T080000Z"])
            #expect(try bytes(of: folder + "/cache.sqlite.corrupt-20270115T080000Z") == data)
        }
    }

    @Test("that is set aside never overwrites an earlier one")
    func unusedNames() throws {
        try withFolder { folder in
            for _ in 0..<3 { _ = try use(Data("text".utf8), in: folder) }
            let stem = "cache.sqlite.corrupt-20270115T080000Z"
            #expect(try files(in: folder) == ["cache.sqlite", stem, stem + "-2", stem + "-3"])
        }
    }

    @Test("takes its journal along, so that the new one cannot replay it")
    func journalGoesAlong() throws {
        try withFolder { folder in
            try write(Data("not a journal".utf8), to: folder + "/cache.sqlite-journal")
            _ = try use(Data("not a database".utf8), in: folder)
            #expect(try files(in: folder).filter { $0.hasSuffix("-journal") }.allSatisfy { $0.contains("corrupt") })
        }
    }

    @Test("of no bytes at all is a new one")
    func zeroLength() throws {
        let notices = try withFolder { folder in try use(Data(), in: folder) }
        #expect(notices == [])
    }

    @Test("is reported, not touched, when opened for reading only")
    func readOnly() throws {
        try withFolder { folder in
            let path = folder + "/cache.sqlite"
            try write(Data("text, quite long enough to be no header".utf8), to: path)
            let error = try #require(throws: CacheError.self) { _ = try Cache.openReadOnly(at: path) }
            #expect(error.code == .damaged)
            #expect(error.message.contains("move it away"))
            #expect(try files(in: folder) == ["cache.sqlite"])
        }
    }

    @Test("that was cut short is set aside, wherever the cut fell")
    func truncated() throws {
        let sound = try Self.soundFile()
        for length in [
            2, 15, 16, 99, 100, 101, 511, 512, 1000, 4095, 4096, 4097, 8192, sound.count / 2, sound.count - 1,
        ] {
            let notices = try withFolder { folder in try use(sound.prefix(length), in: folder) }
            #expect(notices.count == 1, "\(length) bytes of \(sound.count)")
        }
    }

    @Test("with flipped bits is used, set aside or refused with a remedy", arguments: UInt64(0)..<4)
    func flippedBits(_ seed: UInt64) throws {
        let sound = try Self.soundFile()
        var random = SeededGenerator(seed: seed)
        for round in 0..<60 {
            var data = sound
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                // Half of the flips hit headers, where they do the most harm.
                let page = Int.random(in: 0..<data.count / 4096, using: &random) * 4096
                let offset =
                    Bool.random(using: &random)
                    ? page + Int.random(in: 0..<120, using: &random) : Int.random(in: 0..<data.count, using: &random)
                data[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            try withFolder { folder in
                do {
                    _ = try use(data, in: folder)
                } catch let error as CacheError {
                    let isClear = [.damaged, .foreign, .newer].contains(error.code)
                    #expect(isClear, "seed \(seed), round \(round): \(error.code) \(String(describing: error.cause))")
                }
            }
        }
    }
}
