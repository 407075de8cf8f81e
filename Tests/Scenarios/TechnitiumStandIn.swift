import Foundation
import TestSupport

/// A stand-in for a Technitium DNS Server on the loopback interface, which ends with the test.
final class TechnitiumStandIn {
    /// A record as the server lists it.
    struct Record: Codable, Hashable {
        var name: String
        var type: String
        var ttl = 3600
        var disabled = false
        var comments: String?
        var rData: [String: Value]

        /// A record of one value.
        init(_ name: String, _ type: String, _ key: String, _ value: String, ttl: Int = 3600, comments: String? = nil) {
            self.name = name
            self.type = type
            self.ttl = ttl
            self.comments = comments
            rData = [key: .text(value)]
        }

        /// The record without which no zone is.
        static func soa(of zone: String) -> Record {
            var record = Record(zone, "SOA", "primaryNameServer", "server", ttl: 900)
            record.rData["expire"] = .number(604_800)
            record.rData["serial"] = .number(1)
            return record
        }
    }

    /// What a field of the data holds.
    enum Value: Codable, Hashable, CustomStringConvertible {
        case text(String), number(Int), texts([String])

        var description: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            case .texts(let texts): texts.joined(separator: ",")
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .texts(try container.decode([String].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .texts(let texts): try container.encode(texts)
            }
        }
    }

    /// A zone with its records.
    struct Zone: Codable, Hashable {
        var type = "Primary"
        var `internal` = false
        var records: [Record]
    }

    /// What was asked.
    struct Request: Decodable {
        let path: String
        let fault: String
        let authorized: Bool
        let leaks: [String]
    }

    private struct Start: Encodable {
        let token: String
        let zones: [String: Zone]
        let faults: [String]
    }

    static let isUsable = Program.areWanted("python3", "curl")
    static let token = "5bd1c32e7f5e4e6fa9d8b0c7a1e2f3d4"

    /// Where it listens.
    let url: String
    private let directory: TemporaryDirectory
    private let process = Process()

    /// Starts a server with these zones, which treats its first requests in these ways.
    init(_ zones: [String: Zone], faults: [String] = []) throws {
        directory = try TemporaryDirectory()
        let start = try JSONEncoder().encode(Start(token: Self.token, zones: zones, faults: faults))
        try start.write(to: directory.url.appending(path: "start.json"))
        try directory.write("", to: "log")
        try directory.write("\(Self.token)\n", to: "token")
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Workplace.package.appending(path: "Tests/Scenarios/Technitium/technitium")
        process.arguments = ["python3", script.path(percentEncoded: false), "start.json", "state.json", "log"]
        process.currentDirectoryURL = directory.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        url = "http://127.0.0.1:\(port.filter(\.isNumber))"
    }

    deinit {
        // Threads of tests have most signals blocked, and hand that on to what they start.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// A file that holds the token.
    var tokenFile: String { "\(directory.path)/token" }

    /// What it has now.
    func zones() throws -> [String: Zone] {
        let data = try Data(contentsOf: directory.url.appending(path: "state.json"))
        return try JSONDecoder().decode([String: Zone].self, from: data)
    }

    /// All records without the marks of ipam, apart from the SOA, whose serial goes up.
    func foreignRecords() throws -> Set<Record> {
        Set(
            try zones().values.flatMap(\.records).filter {
                $0.comments?.hasPrefix("managed by") != true && $0.type != "SOA"
            })
    }

    /// All records with the marks of ipam, as lines.
    func ownRecords() throws -> [String] {
        try zones().values.flatMap(\.records).filter { $0.comments?.hasPrefix("managed by") == true }.map { record in
            let data = record.rData.sorted { $0.key < $1.key }.map { "\($0.value)" }.joined(separator: " ")
            return "\(record.name) \(record.ttl) \(record.type) \(data)"
        }.sorted()
    }

    /// What it was asked so far.
    func requests() throws -> [Request] {
        try (directory.text(of: "log") ?? "").split(separator: "\n").map {
            try JSONDecoder().decode(Request.self, from: Data($0.utf8))
        }
    }
}
