import Chronology
import Foundation

/// The file that holds a cache, and the files that SQLite keeps beside it.
struct CacheFile {
    /// The path as the user named it.
    let path: String

    /// The path in a form that SQLite takes for a file, whatever it begins with: neither `:memory:` nor a URI.
    var pathForSQLite: String { path.hasPrefix("/") ? path : "./" + path }

    /// Whether there is a file; one that is neither regular nor a link to something is refused.
    func exists() throws(CacheError) -> Bool {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            // Absent, or in a folder that may not be searched.
            guard FileManager.default.fileExists(atPath: path) else { return false }
            throw CacheError(.unreadable, at: path)
        }
        let kind = attributes[.type] as? FileAttributeType
        guard kind == .typeRegular || kind == .typeSymbolicLink else {
            throw CacheError(
                code: .unreadable,
                message: "the cache '\(path)' is not a regular file; name another file with --cache")
        }
        return true
    }

    /// Makes the folder if need be, and refuses what SQLite could hang on, such as a FIFO.
    func requireUsablePlace() throws(CacheError) {
        guard try !exists() else { return }
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CacheError(.unreadable, at: path, cause: error)
        }
    }

    /// The number that the file system gives the file; nil if there is none.
    var identity: UInt64? { number(.systemFileNumber) }

    /// The size in bytes; 0 if there is no file.
    var size: UInt64 { number(.size) ?? 0 }

    private func number(_ key: FileAttributeKey) -> UInt64? {
        // Where the path is a link, what it leads to counts.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return (attributes?[key] as? NSNumber)?.uint64Value
    }

    /// Renames a damaged file, with its journal, so that a new one can take its place; gives the notice about it.
    func setAside(now: Timestamp, cause: CacheError) throws(CacheError) -> String {
        let grave = unusedPath(stem: "\(path).corrupt-\(now.compact)")
        do {
            // The companions first: a new database must never find the old one's journal and replay it.
            for suffix in ["-journal", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.moveItem(atPath: path + suffix, toPath: grave + suffix)
            }
            try FileManager.default.moveItem(atPath: path, toPath: grave)
        } catch {
            throw CacheError(
                code: .damaged,
                message: "the cache '\(path)' is damaged and could not be renamed; move it away and scan again",
                cause: cause)
        }
        return "set aside the damaged cache as '\(grave)' and began a new one; history before today is lost"
    }

    private func unusedPath(stem: String) -> String {
        var candidate = stem
        var number = 2
        while FileManager.default.fileExists(atPath: candidate) {
            candidate = "\(stem)-\(number)"
            number += 1
        }
        return candidate
    }
}

extension Timestamp {
    /// The moment for file names, such as `20270131T120000Z`.
    fileprivate var compact: String { description.filter { $0 != "-" && $0 != ":" } }
}
