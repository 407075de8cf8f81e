import Addressing
import Observations
import Packets

/// `tcp/PORT`: asks for a connection. An open port and a refusal are both signs of life.
///
/// The kernel checks that an answer fits the connection, by ports and a sequence number of 32 random bits.
final class TCPConnectProbe: Probe {
    // The real sockets, or scripted ones in tests.
    private let channel: any ConnectChannel
    private let localAddresses: Set<IPAddress>

    init(channel: any ConnectChannel, localAddresses: Set<IPAddress>) {
        self.channel = channel
        self.localAddresses = localAddresses
    }

    static let isRepeatedByKernel = true

    static func handles(_ name: ProbeName) -> Bool {
        if case .tcp = name { true } else { false }
    }

    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        do {
            let channel = try environment.channels.openConnect()
            let probe = TCPConnectProbe(channel: channel, localAddresses: environment.localAddresses)
            return OpenedProbe(probe: probe, refusals: [:])
        } catch {
            let refusal = ProbeRefusal(
                evidence: "not possible: \(error)", notice: "TCP probes are not possible here: \(error)."
            )
            return OpenedProbe(probe: nil, refusals: Dictionary(uniqueKeysWithValues: families.map { ($0, refusal) }))
        }
    }

    var descriptors: [Int32] { [channel.descriptor] }

    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        attempts.map { attempt in
            guard case .tcp(let port) = attempt.name else { preconditionFailure("\(attempt.name) is no TCP probe") }
            return channel.connect(attempt.key, to: attempt.target, port: port)
        }
    }

    func receive() -> [ProbeReport] {
        channel.receive().map { arrival in
            ProbeReport(reference: .key(arrival.key), reading: reading(arrival))
        }
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? {
        let errno = channel.abandon(key)
        return errno == 0 ? nil : ProbeReport(reference: .key(key), reading: .lost(errno))
    }

    private func reading(_ arrival: ConnectArrival) -> ProbeReading {
        switch arrival.end {
        case .opened: return .answered(ProbeAnswer(outcome: "open", service: "open"))
        case .refused: return .answered(ProbeAnswer(outcome: "refused", service: "closed"))
        case .failed(let errno): return .lost(errno)
        case .fault(let fault, let source):
            guard source != arrival.target else {
                return .answered(ProbeAnswer(outcome: "\(fault.rawValue), says the host itself", service: nil))
            }
            let isOwn = localAddresses.contains(source)
            return isOwn && fault == .hostUnreachable ? .noNeighbour : .fault(fault, from: source)
        }
    }
}
