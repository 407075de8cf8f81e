import Glibc

/// An error number of the system, and words for those that sockets give.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number, such as `EPERM`.
    let errno: Int32

    /// Whether more rights would help.
    var isMissingPermission: Bool { errno == EPERM || errno == EACCES }

    var description: String {
        switch errno {
        case EPERM: "not permitted by a local filter or for lack of rights (EPERM)"
        case EACCES: "not permitted by the local routes or for lack of rights (EACCES)"
        case ENETUNREACH: "no route to the network (ENETUNREACH)"
        case EHOSTUNREACH: "no route to the host (EHOSTUNREACH)"
        case ENETDOWN: "the network interface is down (ENETDOWN)"
        case EINVAL: "discarded by the local routes (EINVAL)"
        case ENOBUFS: "no buffer space, or the neighbour table is full (ENOBUFS)"
        case ENOMEM: "no memory (ENOMEM)"
        case EAGAIN: "the system has no room for it (EAGAIN)"
        case EMSGSIZE: "too long for the link (EMSGSIZE)"
        case EADDRNOTAVAIL: "no local address or port to send from (EADDRNOTAVAIL)"
        case EAFNOSUPPORT: "the system has no such address family (EAFNOSUPPORT)"
        case EMFILE: "too many open files (EMFILE)"
        case ENFILE: "too many open files in the system (ENFILE)"
        default: "system error \(errno)"
        }
    }
}
