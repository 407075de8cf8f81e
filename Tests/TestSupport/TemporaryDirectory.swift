package import Foundation

/// An empty directory for one test, removed with all it holds when the last reference goes.
package final class TemporaryDirectory: Sendable {
    /// Where it is.
    package let url: URL

    /// Where it is, as an absolute path without a final slash.
    package var path: String { url.path(percentEncoded: false) }

    /// Makes a directory of a new name below the system's directory for temporary files.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "ipam-test-\(UUID().uuidString)", directoryHint: .notDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes `text` to a file at `path` below the directory, making directories on the way.
    package func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of the file at `path` below the directory; nil if there is none.
    package func text(of path: String) -> String? {
        (try? Data(contentsOf: url.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of everything below the directory, hidden files included, in ascending order.
    package func paths() -> [String] {
        FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }.sorted() ?? []
    }
}
