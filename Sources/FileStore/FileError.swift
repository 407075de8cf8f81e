/// Why a file or directory could not be used.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Hashable, Sendable {
        /// There is no such file or directory.
        case missing
        /// It is something that is not touched on purpose, such as a symbolic link.
        case refused
        /// Another process is at work on it.
        case busy
        /// The caller asked to stop.
        case interrupted
        /// The system said no.
        case system
    }

    /// What kind of failure it is.
    package let code: Code
    /// What was attempted, as a verb: `read`, `write`.
    package let action: String
    /// The file or directory in question; invalid UTF-8 in its name is replaced.
    package let path: String
    /// What is in the way and, where there is one, the remedy, as a clause without a full stop.
    package let reason: String

    /// Makes an error of its parts.
    package init(_ code: Code, _ action: String, _ path: String, _ reason: String) {
        self.code = code
        self.action = action
        self.path = path
        self.reason = reason
    }

    init(_ action: String, _ path: String, _ error: SystemError) {
        self.init(error.code == .missing ? .missing : .system, action, path, error.description)
    }

    package var description: String { "cannot \(action) '\(path)': \(reason)" }
}
