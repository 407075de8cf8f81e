import Addressing
import Glibc
import Observations

/// One try that is to be sent.
struct ProbeAttempt: Hashable, Sendable {
    let key: ProbeKey
    let target: IPAddress
    let name: ProbeName
    /// Which kind of probe sends it: the index that the table was given for it.
    let lane: Int
}

/// What became of sending one try.
enum SendOutcome: Hashable, Sendable {
    /// It left.
    case sent
    /// The sender has as much under way as it can; nothing was tried.
    case busy
    /// The system has no room at this moment; the error number says which.
    case deferred(Int32)
    /// The system refused to send it; the error number says why.
    case failed(Int32)
}

extension SendOutcome {
    /// What an error number of sending means: 0 for sent, -1 for not tried.
    init(errno: Int32) {
        switch errno {
        case 0: self = .sent
        case -1: self = .busy
        case ENOBUFS, EAGAIN, ENOMEM, EINTR: self = .deferred(errno)
        default: self = .failed(errno)
        }
    }
}
