/// Something in a tree that was not read, and why.
package struct FileProblem: Hashable, Sendable {
    /// Why it was not read.
    package enum Kind: Hashable, Sendable {
        case symbolicLink
        case namedPipe
        case socket
        case device
        /// Another repository's commit, in a tree of Git.
        case submodule
        /// Larger than so many bytes.
        case tooLarge(limit: Int)
        /// A directory more than so many levels down.
        case tooDeep(limit: Int)
        /// It grew while it was being read.
        case changing
        /// The system said no, in these words.
        case unreadable(String)
    }

    /// Where it is, relative to the tree; invalid UTF-8 is replaced.
    package let path: String
    /// Why it was not read.
    package let kind: Kind

    /// Makes a problem of its parts.
    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}

extension FileProblem.Kind: CustomStringConvertible {
    /// The reason as a clause that follows the path: `is a symbolic link …`.
    package var description: String {
        switch self {
        case .symbolicLink: "is a symbolic link; only regular files are read"
        case .namedPipe: "is a named pipe; only regular files are read"
        case .socket: "is a socket; only regular files are read"
        case .device: "is a device; only regular files are read"
        case .submodule: "is a submodule; only files of this repository are read"
        case .tooLarge(let limit) where limit >= 1 << 20: "is larger than \(limit >> 20) MiB"
        case .tooLarge(let limit): "is larger than \(limit) bytes"
        case .tooDeep(let limit): "lies more than \(limit) directories down"
        case .changing: "was being written to while it was read; try again"
        case .unreadable(let reason): "cannot be read: \(reason)"
        }
    }
}
