import Addressing
import Observations
import Packets

/// What a run is entitled to say about one target, from how each of its probes ended.
///
/// The first row that applies decides:
///
/// | what happened | verdict |
/// |---|---|
/// | the target itself answered any probe: an echo reply, an open or a refused port, an ICMP error of its own that quotes our tag | alive |
/// | no probe of the scope could be used at all: not permitted, not supported | unknown |
/// | the run was interrupted before some probe had all its tries and the cool-down | unknown |
/// | someone else reported to some probe that host or network is unreachable, or that time was exceeded | unreachable |
/// | some probe could not be sent the full number of times: no permission, no route, no buffers | unknown |
/// | answers to some probe were lost on our own side | unknown |
/// | someone else refused some probe: a filter's `administratively prohibited` or `port unreachable` | unknown |
/// | every probe that could be used was sent in full over spread rounds, and nothing answered, not even to our own kernel's question for the hardware address | silent |
struct TargetVerdict: Hashable, Sendable {
    let verdict: Verdict
    let evidence: [ProbeEvidence]
    let services: [ObservedService]
    /// The fastest round trip, in microseconds.
    let roundTrip: Int64?
    /// The hardware address that answered, on attached links.
    let mac: MACAddress?
    /// Further hardware addresses that answered, sorted.
    let rivals: [MACAddress]
    /// When the first answer arrived, in nanoseconds of the monotonic clock.
    let answeredAt: Int64?

    /// Judges a target by its probes' outcomes; `refused` are the probes that could not be used, and why.
    init(outcomes: [(name: ProbeName, outcome: ProbeOutcome)], refused: [ProbeEvidence]) {
        let asked = outcomes.filter { $0.outcome != .asleep }
        verdict = Self.verdict(asked.map(\.outcome))
        evidence = asked.map { ProbeEvidence(name: $0.name, outcome: $0.outcome) } + refused
        var services: [ObservedService] = []
        var trips: [Int64] = []
        var moments: [Int64] = []
        var stations: [MACAddress] = []
        for case (let name, .answered(let answer, let at, let roundTrip)) in asked {
            trips.append(roundTrip)
            moments.append(at)
            stations += [answer.mac].compactMap(\.self) + answer.rivals
            if let state = answer.service { services.append(ObservedService(port: "\(name)", state: state)) }
        }
        self.services = services
        roundTrip = trips.min()
        answeredAt = moments.min()
        mac = stations.first
        rivals = Set(stations.dropFirst()).subtracting(stations.prefix(1)).sorted()
    }

    private static func verdict(_ outcomes: [ProbeOutcome]) -> Verdict {
        let standings = Set(outcomes.map(Standing.init))
        if standings.contains(.answered) { return .alive }
        if standings.isEmpty || standings.contains(.interrupted) { return .unknown }
        if standings.contains(.unreachable) { return .unreachable }
        if standings.contains(.unsent) || standings.contains(.refused) { return .unknown }
        return .silent
    }

    /// The rows of the table, for one probe.
    private enum Standing {
        case answered, interrupted, unreachable, unsent, refused, silent

        init(_ outcome: ProbeOutcome) {
            switch outcome {
            case .answered: self = .answered
            case .interrupted, .spared, .asleep: self = .interrupted
            case .unsent, .deafened: self = .unsent
            case .silent(_, .fault(.rejected, _)), .silent(_, .fault(.prohibited, _)): self = .refused
            case .silent(_, .fault): self = .unreachable
            case .silent: self = .silent
            }
        }
    }
}
