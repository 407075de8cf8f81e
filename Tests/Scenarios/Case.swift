import Foundation
import TestSupport
import Testing

/// A run that is kept as files: `command` is a line of shell, `expected` holds all that it must print and write.
///
/// Whatever else lies in the case's folder is copied to where the command runs. `IPAM_RECORD=1 swift test` writes
/// `expected` anew; read the difference before committing it.
struct Case: CustomTestStringConvertible, Sendable {
    let folder: URL

    static let isRecording = ProcessInfo.processInfo.environment["IPAM_RECORD"] == "1"

    /// All cases, in the order of their names.
    static let all: [Case] = {
        let cases = Workplace.package.appending(path: "Tests/Scenarios/Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path(percentEncoded: false))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { Case(folder: cases.appending(path: $0)) }
    }()

    var testDescription: String { folder.lastPathComponent }

    private var expected: URL { folder.appending(path: "expected") }

    /// Everything that the command must leave behind, by name.
    func recorded() -> [String: String] {
        texts(below: expected)
    }

    /// Runs the command in a copy of the case.
    ///
    /// - Returns: what it printed and how it ended (`stdout`, `stderr`, `exit`), and what it wrote below `out/` (`files`).
    func run() throws -> [String: String] {
        let workplace = try Workplace()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        where name != "expected" {
            try FileManager.default.copyItem(
                at: folder.appending(path: name), to: workplace.directory.url.appending(path: name))
        }
        let ending = try workplace.shell(". ./command")
        var left = texts(below: workplace.directory.url.appending(path: "out"))
        left = Dictionary(uniqueKeysWithValues: left.map { ("files/\($0)", $1) })
        left["exit"] = "\(ending.code)\n"
        if !ending.output.isEmpty { left["stdout"] = ending.output }
        if !ending.errors.isEmpty { left["stderr"] = ending.errors }
        return left
    }

    /// Makes what the command left behind what is expected of it.
    func record(_ left: [String: String]) throws {
        try? FileManager.default.removeItem(at: expected)
        for (name, text) in left {
            let file = expected.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private func texts(below root: URL) -> [String: String] {
        let path = root.path(percentEncoded: false)
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.reduce(into: [:]) { texts, name in
            guard let data = try? Data(contentsOf: root.appending(path: name)) else { return }
            texts[name] = String(decoding: data, as: UTF8.self)
        }
    }
}
