import Foundation
import TestSupport

/// A directory with an inventory, in which a test runs `ipam`.
struct Workplace {
    /// The program under test.
    static let program = Program.built("ipam")
    /// The directory of this package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The moment that every run is judged at, so that the same input gives the same bytes: 2026-11-22T12:00:00Z.
    static let epoch = "1795348800"

    let directory: TemporaryDirectory

    /// Makes a directory that holds files of these texts.
    init(_ files: [String: String] = [:]) throws {
        directory = try TemporaryDirectory()
        for (path, text) in files { try directory.write(text, to: path) }
    }

    /// Makes a directory that holds an inventory of one file.
    init(inventory: String) throws {
        try self.init(["inventory/all.yaml": inventory])
    }

    /// Makes a directory that holds a copy of the inventory that this package ships.
    static func withShippedInventory() throws -> Workplace {
        let workplace = try Workplace()
        try FileManager.default.copyItem(
            at: package.appending(path: "inventory"), to: workplace.directory.url.appending(path: "inventory"))
        return workplace
    }

    /// Runs `ipam` in the directory at the fixed moment.
    @discardableResult
    func ipam(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Ending {
        try run(arguments, environment: environment)
    }

    /// Runs `ipam` in the directory at the fixed moment.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Ending {
        try Self.program.run(
            arguments, in: directory.path,
            environment: ["SOURCE_DATE_EPOCH": Self.epoch].merging(environment) { $1 }
        )
    }

    /// The path to programs, the one under test first.
    var searchPath: String {
        let tools = Self.program.file.deletingLastPathComponent().path(percentEncoded: false)
        return "\(tools):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    }

    /// Runs a line of shell in the directory, where `ipam` is the one under test.
    @discardableResult
    func shell(_ line: String) throws -> Program.Ending {
        try Program(URL(filePath: "/bin/sh")).run(
            ["-c", line], in: directory.path, environment: ["PATH": searchPath, "SOURCE_DATE_EPOCH": Self.epoch])
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        try directory.write("", to: path)
        try Data(bytes).write(to: directory.url.appending(path: path))
    }

    func setPermissions(_ permissions: Int, of path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: directory.path + "/" + path)
    }

    /// Every file below the directory, with its bytes and the time of its last change.
    func files(below folder: String = "") throws -> [String: Snapshot] {
        var files: [String: Snapshot] = [:]
        for path in directory.paths() where path.hasPrefix(folder) {
            let url = directory.url.appending(path: path)
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false))
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            files[path] = Snapshot(
                bytes: try Data(contentsOf: url), changed: attributes[.modificationDate] as? Date ?? .distantPast)
        }
        return files
    }

    /// A file's content and time of last change.
    struct Snapshot: Equatable {
        let bytes: Data
        let changed: Date
    }
}
