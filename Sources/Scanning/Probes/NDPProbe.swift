import Addressing
import Glibc
import Observations
import Packets

/// `ndp`: what ``ARPProbe`` is for IPv4, for IPv6: asks the target's group of an attached link for its hardware address.
///
/// An answer counts if it was sent to our own address, is solicited, about a target that was asked for, and not forwarded.
final class NDPProbe: Probe {
    // The real socket, or a scripted one in tests.
    private let channel: any LinkChannel
    private let environment: ProbeEnvironment
    /// The latest try to each target.
    private var asked: [IPAddress: ProbeKey] = [:]
    private var ownAnswers: [ProbeReport] = []

    init(channel: any LinkChannel, environment: ProbeEnvironment) {
        self.channel = channel
        self.environment = environment
    }

    static let isRepeatedByKernel = false

    static func handles(_ name: ProbeName) -> Bool { name == .ndp }

    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        .onLink(.neighbours, for: .v6, among: families, name: .ndp, in: environment) { channel in
            NDPProbe(channel: channel, environment: environment)
        }
    }

    func refusal(of target: IPAddress) -> ProbeRefusal? {
        environment.links.own(for: target) == nil ? AttachedLinks.elsewhere : nil
    }

    var descriptors: [Int32] { [channel.descriptor] }
    var dropped: Int { channel.dropped }

    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        LinkQuestions(attempts, environment: environment).send(through: channel, ownAnswers: &ownAnswers) {
            attempt, own, mac, packets in
            asked[attempt.target] = attempt.key
            let question = NeighbourQuestion(asking: attempt.target, from: own, mac: mac)
            question.append(to: &packets)
            return question.groupMAC
        }
    }

    func receive() -> [ProbeReport] {
        defer { ownAnswers.removeAll() }
        return ownAnswers + channel.receive().compactMap(report)
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? { nil }

    private func report(_ arrival: LinkArrival) -> ProbeReport? {
        guard let packet = NeighbourAnswer(arrival.packet.span), packet.isSolicited, let key = asked[packet.target],
            let own = environment.links.own(for: packet.target), own.interface == arrival.station.interface,
            packet.destination == own.address
        else { return nil }
        let mac = packet.mac ?? arrival.station.mac
        guard !mac.isMulticast, !mac.isZero else { return nil }
        let answer = ProbeAnswer(outcome: "neighbour advertisement", service: nil, mac: mac)
        return ProbeReport(reference: .key(key), reading: .answered(answer))
    }
}
