import Foundation
import Testing

/// The programs that name servers bring along to check zone files.
enum ZoneChecker: String, CaseIterable, CustomTestStringConvertible {
    case bind = "named-checkzone"
    case nsd = "nsd-checkzone"

    /// What a program printed and how it ended.
    struct Result {
        let status: Int32
        let output: String
    }

    var testDescription: String { rawValue }

    /// Whether all of them are installed, or must be: then their absence is a failure and no reason to skip.
    static let areWanted =
        ProcessInfo.processInfo.environment["IPAM_CHECKERS"] == "required" || allCases.allSatisfy { $0.path != nil }

    var path: String? {
        ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"].map { "\($0)/\(rawValue)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static let strict = [
        "-k", "fail", "-n", "fail", "-m", "fail", "-M", "fail", "-S", "fail", "-r", "fail", "-i", "local", "-W", "warn",
    ]

    /// Checks the file of a zone.
    func check(_ zone: String, _ file: URL) throws -> Result {
        try run((self == .bind ? Self.strict : []) + [zone, file.path])
    }

    /// All records of a zone as BIND understands its file, one a line.
    static func dump(_ zone: String, _ file: URL) throws -> [String] {
        try bind.run(["-q", "-D", "-s", "full", "-i", "none", "-o", "-", zone, file.path]).output
            .split(separator: "\n").filter { !$0.hasPrefix(";") }.map(String.init)
    }

    private func run(_ arguments: [String]) throws -> Result {
        guard let path else { throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: rawValue]) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
