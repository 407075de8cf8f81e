/// Why the cache could not do its work, in words that say what to do about it.
package struct CacheError: Error, CustomStringConvertible {
    /// The kinds of trouble that callers may want to tell apart.
    package enum Code: String, Sendable, CaseIterable {
        /// Another process holds the file for longer than anyone should wait.
        case locked
        /// The file or its folder cannot be opened or read.
        case unreadable
        /// The file can be read but not written.
        case notWritable
        /// The disk has no room left.
        case full
        /// The content is not what was written.
        case damaged
        /// A newer version of the tool made it.
        case newer
        /// An older version of the tool made it, and it was opened for reading only.
        case older
        /// It is another program's database.
        case foreign
        /// SQLite refused for a reason that has no remedy of its own.
        case refused
    }

    /// The kind of trouble.
    package let code: Code
    /// What is wrong, with which file, and what to do.
    package let message: String
    /// The error that led to this one, when there is one.
    package let cause: (any Error)?

    /// Makes an error.
    package init(code: Code, message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package var description: String { message }
}

extension CacheError {
    /// The error of this kind for the cache at `path`.
    init(_ code: Code, at path: String, cause: (any Error)? = nil) {
        self.init(code: code, message: "the cache '\(path)' \(Self.complaint(code))", cause: cause)
    }

    private static func complaint(_ code: Code) -> String {
        switch code {
        case .locked:
            "is in use by another process; run again when that has ended, or name another file with --cache"
        case .unreadable:
            "cannot be opened or read; check the path and the permissions of the file and its folder"
        case .notWritable:
            "cannot be written; check the permissions of the file and its folder"
        case .full:
            "could not grow because the disk is full; nothing was changed"
        case .damaged:
            "is damaged; move it away and scan again: the inventory is not affected, only history is lost"
        case .newer:
            "was made by a newer version of ipam; use that version, or name another file with --cache"
        case .older:
            "was made by an older version of ipam; run 'ipam scan' or 'ipam observe' once to bring it up to date"
        case .foreign:
            "is another program's SQLite database; name another file with --cache"
        case .refused:
            "could not be used; move it away and scan again if this happens repeatedly"
        }
    }
}
