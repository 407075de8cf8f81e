import Glibc

/// What kind of thing a path leads to, its size, its owner and its permissions.
struct FileStatus {
    enum Kind: Hashable {
        case regular, directory, symbolicLink, namedPipe, socket, device
    }

    struct Ownership: Hashable {
        let user: uid_t
        let group: gid_t
    }

    let kind: Kind
    /// The size in bytes.
    let size: Int
    /// The ids of the user and the group that it belongs to.
    let owner: Ownership
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
        owner = Ownership(user: info.st_uid, group: info.st_gid)
        permissions = info.st_mode & 0o7777
    }
}
