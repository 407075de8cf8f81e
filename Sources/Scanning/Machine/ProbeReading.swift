import Addressing
import Packets

/// What an arrival says about the target of a probe.
enum ProbeReading: Hashable, Sendable {
    /// The target itself gave a sign of life.
    case answered(ProbeAnswer)
    /// Somebody else says that the probe was not delivered.
    case fault(ICMPFault, from: IPAddress)
    /// Nobody on the link answered for the target: our own kernel gave up resolving its hardware address.
    case noNeighbour
    /// The system took the probe and then failed to send it; the error number says why.
    case lost(Int32)
}

extension ProbeReading {
    /// How much the reading says against the target, for when several were taken.
    var gravity: Int {
        switch self {
        case .answered, .lost: 0
        case .noNeighbour: 1
        case .fault(.rejected, _), .fault(.prohibited, _): 2
        case .fault(.networkUnreachable, _), .fault(.hostUnreachable, _), .fault(.timeExceeded, _): 3
        }
    }
}

/// A sign of life.
struct ProbeAnswer: Hashable, Sendable {
    /// What the target did, in a few words: `echo reply`, `refused`.
    let outcome: String
    /// The state of the port that was asked for, when there was one: `open` or `closed`.
    let service: String?
    /// The hardware address that answered, on attached links.
    var mac: MACAddress?
    /// Further hardware addresses that answered for the same target, sorted.
    var rivals: [MACAddress] = []
}

/// Which probe an arrival is about.
enum ProbeReference: Hashable, Sendable {
    /// Its key, which came signed or which the kernel vouches for.
    case key(ProbeKey)
    /// Only the target and the low 16 bits of the probe's number, as an ICMP error with a short quote has them.
    case short(UInt16, target: IPAddress)
}

/// An arrival that concerns a probe of this run.
struct ProbeReport: Hashable, Sendable {
    let reference: ProbeReference
    let reading: ProbeReading
}
