import Foundation
import TestSupport
import Testing

/// The programs that name servers bring along to check zone files.
enum ZoneChecker: String, CaseIterable, CustomTestStringConvertible {
    case bind = "named-checkzone"
    case nsd = "nsd-checkzone"

    var testDescription: String { rawValue }

    /// Whether all of them are installed, or must be.
    static let areWanted = allCases.allSatisfy { Program.areWanted($0.rawValue) }

    private static let strict = [
        "-k", "fail", "-n", "fail", "-m", "fail", "-M", "fail", "-S", "fail", "-r", "fail", "-i", "local", "-W", "warn",
    ]

    /// Checks the file of a zone.
    func check(_ zone: String, _ file: URL) throws -> Program.Ending {
        try run((self == .bind ? Self.strict : []) + [zone, file.path])
    }

    /// All records of a zone as BIND understands its file, one a line.
    static func dump(_ zone: String, _ file: URL) throws -> [String] {
        try bind.run(["-q", "-D", "-s", "full", "-i", "none", "-o", "-", zone, file.path]).output
            .split(separator: "\n").filter { !$0.hasPrefix(";") }.map(String.init)
    }

    private func run(_ arguments: [String]) throws -> Program.Ending {
        try #require(Program(installed: rawValue)).run(arguments, in: "/")
    }
}
