import FileStore
import Foundation
import TestSupport
import Testing

@Suite("File locks and single files")
struct FileLockTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test("a lock is had once at a time, and the refusal names the holder")
    func exclusive() throws {
        let path = directory.path + "/lock"
        do {
            let lock = try FileLock(path: path)
            let error = #expect(throws: FileError.self) { _ = try FileLock(path: path) }
            #expect(error?.code == .busy)
            #expect(error?.reason.contains("with id \(getpid())") == true)
            _ = consume lock
        }
        _ = try FileLock(path: path)
    }

    @Test("a lock file in a missing directory is an error")
    func missingDirectory() {
        let error = #expect(throws: FileError.self) { _ = try FileLock(path: directory.path + "/none/lock") }
        #expect(error?.code == .missing)
    }

    @Test("a named file is read whole, up to the limit")
    func singleFile() throws {
        let text = String(repeating: "0123456789", count: 20_000)
        try directory.write(text, to: "file")
        #expect(try FileReader.bytes(of: directory.path + "/file", limit: 200_000) == Array(text.utf8))
        let error = #expect(throws: FileError.self) {
            try FileReader.bytes(of: directory.path + "/file", limit: 199_999)
        }
        #expect(error?.code == .refused)
    }

    @Test("an endless file ends at the limit", .timeLimit(.minutes(1)))
    func endlessFile() {
        #expect(throws: FileError.self) { try FileReader.bytes(of: "/dev/zero", limit: 1 << 20) }
    }

    @Test("a directory is no file")
    func directoryAsFile() {
        #expect(throws: FileError.self) { try FileReader.bytes(of: directory.path, limit: 100) }
    }
}
