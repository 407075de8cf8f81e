import FileStore
import Foundation
import TestSupport
import Testing

@Suite("Writing files all or nothing")
struct OutputBatchTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func batch(_ contents: [String: String], removing removed: [String] = []) throws -> OutputBatch {
        var batch = OutputBatch(root: directory.path)
        for (path, text) in contents { try batch.stage(Array(text.utf8), at: path) }
        for path in removed { try batch.remove(path) }
        return batch
    }

    private func status(of path: String) throws -> (modified: Date?, permissions: Int?) {
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path + "/" + path)
        return (attributes[.modificationDate] as? Date, attributes[.posixPermissions] as? Int)
    }

    @Test("files are created, replaced, removed and left alone, and it is said which")
    func actions() throws {
        try directory.write("old", to: "replaced")
        try directory.write("same", to: "unchanged")
        try directory.write("gone", to: "removed")
        let contents = ["new/dir/created": "new", "replaced": "new text", "unchanged": "same"]
        let expected: [OutputChange] = [
            OutputChange(path: "missing", action: .unchanged), OutputChange(path: "new/dir/created", action: .created),
            OutputChange(path: "removed", action: .removed), OutputChange(path: "replaced", action: .replaced),
            OutputChange(path: "unchanged", action: .unchanged),
        ]
        let batch = try batch(contents, removing: ["removed", "missing"])
        #expect(try batch.changes() == expected)
        #expect(directory.text(of: "replaced") == "old")
        #expect(try batch.commit() == expected)
        #expect(directory.paths() == ["new", "new/dir", "new/dir/created", "replaced", "unchanged"])
        #expect(contents.allSatisfy { directory.text(of: $0.key) == $0.value })
    }

    @Test("a file that is as it should be keeps its modification time")
    func modificationTime() throws {
        try directory.write("same", to: "file")
        let past = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: directory.path + "/file")
        _ = try batch(["file": "same"]).commit()
        #expect(try status(of: "file").modified == past)
    }

    @Test(
        "a replaced file keeps its owner and group",
        .enabled(if: getuid() == 0, "only the superuser may give files away"))
    func owner() throws {
        try directory.write("old", to: "file")
        let path = directory.path + "/file"
        try FileManager.default.setAttributes(
            [.ownerAccountID: 65534, .groupOwnerAccountID: 4242, .posixPermissions: 0o640], ofItemAtPath: path)
        _ = try batch(["file": "new"]).commit()
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.ownerAccountID] as? Int == 65534)
        #expect(attributes[.groupOwnerAccountID] as? Int == 4242)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test("of the same length and other bytes is a change")
    func sameLength() throws {
        try directory.write("aaaa", to: "file")
        #expect(try batch(["file": "aaab"]).commit().map(\.action) == [.replaced])
        #expect(directory.text(of: "file") == "aaab")
    }

    @Test("a replaced file keeps its permissions")
    func permissions() throws {
        try directory.write("old", to: "file")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: directory.path + "/file")
        _ = try batch(["file": "new"]).commit()
        #expect(try status(of: "file").permissions == 0o640)
    }

    @Test("a batch that is stopped half way puts everything back", arguments: 0..<5)
    func rollback(stopAfter: Int) throws {
        try directory.write("old a", to: "a")
        try directory.write("old b", to: "b")
        try directory.write("old d", to: "sub/d")
        let before = directory.paths()
        var steps = 0
        let batch = try batch(["a": "new a", "sub/c": "new c", "sub/d": "new d", "x/y/z": "new"], removing: ["b"])
        let error = #expect(throws: FileError.self) {
            try batch.commit {
                steps += 1
                return steps <= stopAfter
            }
        }
        #expect(error?.code == .interrupted)
        #expect(directory.paths() == before)
        #expect(["a", "b", "sub/d"].map(directory.text) == ["old a", "old b", "old d"])
    }

    @Test("one path that cannot be written keeps all others from being written")
    func oneBadPath() throws {
        try directory.write("old", to: "a")
        try directory.write("", to: "z/inner")
        let before = directory.paths()
        #expect(throws: FileError.self) { try batch(["a": "new", "b": "new", "z": "a directory"]).commit() }
        let long = String(repeating: "x", count: 300)
        #expect(throws: FileError.self) { try batch(["a": "new", "b": "new", long: "name too long"]).commit() }
        #expect(directory.paths() == before)
        #expect(directory.text(of: "a") == "old")
    }

    @Test(
        "what a killed process left behind is cleared away, even if nothing else is to be done",
        arguments: ["old", "text"])
    func staleTemporaries(present: String) throws {
        try directory.write(present, to: "file")
        try directory.write("half", to: ".ipam-tmp-0")
        try directory.write("half", to: ".ipam-tmp-7.old")
        _ = try batch(["file": "text"]).commit()
        #expect(directory.paths() == ["file"])
    }

    @Test("a link is neither followed nor replaced, whether file or directory")
    func links() throws {
        let other = try TemporaryDirectory()
        try other.write("theirs", to: "file")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: directory.path + "/file", withDestinationPath: other.path + "/file")
        try manager.createSymbolicLink(atPath: directory.path + "/sub", withDestinationPath: other.path)
        for path in ["file", "sub/file", "sub/new"] {
            let error = #expect(throws: FileError.self) { try batch([path: "ours"]).commit() }
            #expect(error?.code == .refused)
            #expect(throws: FileError.self) { try batch([:], removing: [path]).commit() }
        }
        #expect(other.paths() == ["file"])
        #expect(other.text(of: "file") == "theirs")
    }

    @Test(
        "a path that leads out of the root, or nowhere, is refused",
        arguments: ["/etc/passwd", "../x", "a/../b", "a/..", "", "a//b", "a/", "./a", "a\0b", ".ipam-tmp-1"])
    func badPaths(path: String) {
        var batch = OutputBatch(root: directory.path)
        #expect(throws: FileError.self) { try batch.stage([], at: path) }
        #expect(throws: FileError.self) { try batch.remove(path) }
    }

    @Test("one path cannot stand for two outputs")
    func duplicatePath() throws {
        var batch = try batch(["a": "1"])
        #expect(throws: FileError.self) { try batch.stage([], at: "a") }
        #expect(throws: FileError.self) { try batch.remove("a") }
    }

    @Test("a missing root is made, with the directories above it")
    func missingRoot() throws {
        var batch = OutputBatch(root: directory.path + "/out/dns")
        try batch.stage(Array("zone".utf8), at: "a.zone")
        #expect(try batch.changes().map(\.action) == [.created])
        #expect(directory.paths() == [])
        _ = try batch.commit()
        #expect(directory.text(of: "out/dns/a.zone") == "zone")
    }

    @Test("two writers of one directory never mix their files")
    func twoWriters() async throws {
        try directory.write("0", to: "a")
        try directory.write("0", to: "b")
        await withTaskGroup { group in
            for writer in 1...4 {
                group.addTask {
                    for round in 0..<50 {
                        let text = "\(writer)-\(round)"
                        _ = try? batch(["a": text, "b": text]).commit()
                    }
                }
            }
        }
        #expect(directory.text(of: "a") == directory.text(of: "b"))
        #expect(directory.text(of: "a") != "0")
        #expect(directory.paths() == ["a", "b"])
    }
}
