import Foundation
import TestSupport

/// Things that a hostile directory may hold. Paths are NUL-terminated copies that outlive each call, so it is safe.
extension TemporaryDirectory {
    func makeLink(at path: String, to target: String) {
        unsafe precondition(symlink(target, self.path + "/" + path) == 0, "no symbolic link at \(path)")
    }

    func makePipe(at path: String) {
        unsafe precondition(mkfifo(self.path + "/" + path, 0o600) == 0, "no named pipe at \(path)")
    }

    /// Makes an empty file of a name that need not be text.
    func makeFile(at name: [UInt8]) throws {
        let file = unsafe creat((Array((path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }, 0o600)
        close(file)
        precondition(file >= 0, "no file of that name")
    }

    /// Makes a file that is all hole.
    func makeSparseFile(at path: String, size: Int) throws {
        try write("", to: path)
        unsafe precondition(truncate(self.path + "/" + path, size) == 0, "no sparse file at \(path)")
    }

    func setPermissions(_ permissions: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: self.path + "/" + path)
    }
}

/// A local socket that stands in the file system for as long as it lives.
final class LocalSocket {
    private let number: Int32

    init?(at path: String) {
        number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard number >= 0, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        // Safe: the path fits with its NUL, and the address is read back as what it was made as.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let isBound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound else { return nil }
    }

    deinit { close(number) }
}
