import Addressing
import Observations
import Packets

/// A kind of probe: how to ask, and what an answer means. One file in this folder holds all of it.
///
/// The run that drives it knows no protocol, and the channels that it sends through know no probe.
protocol Probe: AnyObject, SendableMetatype {
    /// Whether this kind is the one for probes of that name.
    static func handles(_ name: ProbeName) -> Bool

    /// Opens what the probe needs for each of the families; what it could not get is in the refusals.
    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe

    /// Why this kind is not for that target; nil if it is.
    func refusal(of target: IPAddress) -> ProbeRefusal?

    /// Whether the kernel repeats an unanswered try after a second, as long as it is not abandoned.
    static var isRepeatedByKernel: Bool { get }

    /// What to wait for: each becomes readable when ``receive()`` has something to say.
    var descriptors: [Int32] { get }

    /// Sends tries, in order; the outcomes are in the same order.
    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome]

    /// What has arrived since the last call and concerns this run.
    func receive() -> [ProbeReport]

    /// How many arrivals the system has thrown away so far, because they were not taken in time.
    var dropped: Int { get }

    /// Lets go of what is held for a try, and says what that reveals.
    func abandon(_ key: ProbeKey) -> ProbeReport?
}

extension Probe {
    /// All targets will do.
    func refusal(of target: IPAddress) -> ProbeRefusal? { nil }

    /// None, for probes whose answers the kernel keeps.
    var dropped: Int { 0 }
}

/// What probes are given to work with.
struct ProbeEnvironment {
    let channels: ScanChannels
    /// The secret of the run.
    let key: TagKey
    /// A number to tell our echoes from those of other processes.
    let identifier: UInt16
    /// The addresses of this machine.
    let localAddresses: Set<IPAddress>
    /// The links that this machine is attached to.
    let links: AttachedLinks
}

/// A probe that is ready, as far as it could be opened.
struct OpenedProbe {
    /// The probe; nil if it works for none of the families.
    let probe: (any Probe)?
    /// For which families it does not work, and why.
    let refusals: [AddressFamily: ProbeRefusal]
}

/// Why a kind of probe cannot be used.
struct ProbeRefusal: Hashable, Sendable {
    /// A few words for evidence: `not permitted`.
    let evidence: String
    /// A sentence that says what to do about it; nil if there is nothing to do.
    let notice: String?
}
