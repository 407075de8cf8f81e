import Addressing
import Chronology
import Foundation
import Observations
import Storage
import Testing

/// A moment some seconds after a fixed beginning.
func moment(_ seconds: Int64) -> Timestamp { Timestamp(seconds: 1_800_000_000 + seconds) }

/// The address of 192.0.2.0/24 with this last octet.
func address(_ octet: UInt8) -> IPAddress { IPAddress(v4: 0xC000_0200 | UInt32(octet)) }

/// A run that ended at a moment, and what it saw.
func result(
    vantage: String = "lon1", endedAt end: Int64, state: ScanRun.State = .complete,
    coverage: [SubnetCoverage] = [], _ observations: [Observation] = []
) -> ScanResult {
    let run = ScanRun(
        vantage: vantage, tool: "ipam", started: moment(end - 10), ended: moment(end), state: state,
        coverage: coverage)
    return ScanResult(run: run, observations: observations)
}

/// Where a cache under test lives.
enum Place: CaseIterable {
    case memory, disk

    /// Calls `body` with an empty cache.
    func withCache<Value>(_ body: (Cache) throws -> Value) throws -> Value {
        switch self {
        case .memory: try body(try Cache.inMemory())
        case .disk: try withFolder { try body(try Cache.open(at: $0 + "/cache.sqlite", now: moment(0)).cache) }
        }
    }
}

/// Calls `body` with the path of a folder that exists just as long.
///
/// It lies in memory where the system has a place for that: thousands of disk syncs are not what is under test.
func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let memory = "/dev/shm"
    let hasMemory = FileManager.default.isWritableFile(atPath: memory)
    let place = hasMemory ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    let folder = place.appendingPathComponent("ipam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// The names of the files in a folder, sorted.
func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// The bytes of a file.
func bytes(of path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

/// Writes a file.
func write(_ data: Data, to path: String) throws { try data.write(to: URL(fileURLWithPath: path)) }
