import Addressing
import Glibc
import Observations
import Packets

/// `udp/PORT`: asks what a service on the port would answer. An answer and the target's own `port unreachable` are both
/// signs of life. Silence says nothing about the port: hosts send few ICMP errors a second.
final class UDPProbe: Probe {
    // The real sockets, or scripted ones in tests.
    private let channels: [AddressFamily: any DatagramChannel]
    private let environment: ProbeEnvironment
    /// The latest try to each service.
    private var asked: [ServiceAddress: ProbeKey] = [:]

    init(channels: [AddressFamily: any DatagramChannel], environment: ProbeEnvironment) {
        self.channels = channels
        self.environment = environment
    }

    static let isRepeatedByKernel = false

    static func handles(_ name: ProbeName) -> Bool {
        if case .udp = name { true } else { false }
    }

    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        var channels: [AddressFamily: any DatagramChannel] = [:]
        var refusals: [AddressFamily: ProbeRefusal] = [:]
        for family in families {
            do {
                channels[family] = try environment.channels.openDatagram(family)
            } catch {
                refusals[family] = ProbeRefusal(
                    evidence: "not possible: \(error)", notice: "UDP probes are not possible here: \(error).")
            }
        }
        let probe = channels.isEmpty ? nil : UDPProbe(channels: channels, environment: environment)
        return OpenedProbe(probe: probe, refusals: refusals)
    }

    var descriptors: [Int32] { channels.values.map(\.descriptor).sorted() }
    var dropped: Int { channels.values.reduce(0) { $0 + $1.dropped } }

    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        var outcomes = [SendOutcome](repeating: .failed(EAFNOSUPPORT), count: attempts.count)
        // One batch has datagrams of one length to sockets of one family.
        let batches = Dictionary(grouping: attempts.indices) { Batch(attempts[$0]) }
        for (batch, places) in batches {
            guard let channel = channels[batch.family] else { continue }
            let services = places.map { ServiceAddress(address: attempts[$0].target, port: batch.port) }
            var datagrams: [UInt8] = []
            for (place, service) in zip(places, services) {
                asked[service] = attempts[place].key
                datagrams += UDPQuestion(port: batch.port).payload(tag: tag(attempts[place].key, service))
            }
            for (place, errno) in zip(places, channel.send(datagrams, to: services)) {
                outcomes[place] = SendOutcome(errno: errno)
            }
        }
        return outcomes
    }

    private struct Batch: Hashable {
        let family: AddressFamily
        let port: UInt16

        init(_ attempt: ProbeAttempt) {
            guard case .udp(let port) = attempt.name else { preconditionFailure("\(attempt.name) is no UDP probe") }
            family = attempt.target.family
            self.port = port
        }
    }

    /// All tries of a slot carry one tag, because answers to an earlier one count too.
    private func tag(_ key: ProbeKey, _ service: ServiceAddress) -> UInt64 {
        environment.key.tag(target: service.address, sequence: UInt64(key.slot) << 4)
    }

    func receive() -> [ProbeReport] {
        AddressFamily.allCases.flatMap { channels[$0]?.receive().compactMap(report) ?? [] }
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? { nil }

    private func report(_ arrival: DatagramArrival) -> ProbeReport? {
        switch arrival {
        case .datagram(let bytes, let service):
            guard let key = asked[service],
                UDPQuestion(port: service.port).isAnswered(by: bytes.span, tag: tag(key, service))
            else { return nil }
            let answer = ProbeAnswer(outcome: "answer", service: "open")
            return ProbeReport(reference: .key(key), reading: .answered(answer))
        case .fault(let fault, let service, let source):
            guard let key = asked[service] else { return nil }
            return ProbeReport(reference: .key(key), reading: reading(fault, about: service, from: source))
        }
    }

    private func reading(_ fault: ICMPFault, about service: ServiceAddress, from source: IPAddress) -> ProbeReading {
        guard source != service.address else {
            let isClosed = fault == .rejected
            return .answered(
                ProbeAnswer(outcome: "\(fault.rawValue), says the host itself", service: isClosed ? "closed" : nil))
        }
        return environment.localAddresses.contains(source) && fault == .hostUnreachable
            ? .noNeighbour : .fault(fault, from: source)
    }
}
