import Glibc

/// What kind of thing a path leads to, its size and its permissions.
struct FileStatus {
    enum Kind: Hashable {
        case regular, directory, symbolicLink, namedPipe, socket, device
    }

    let kind: Kind
    /// The size in bytes.
    let size: Int
    /// The permission bits.
    let permissions: mode_t

    init(_ info: stat) {
        kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .namedPipe
            case S_IFSOCK: .socket
            default: .device
            }
        size = Int(info.st_size)
        permissions = info.st_mode & 0o7777
    }
}
